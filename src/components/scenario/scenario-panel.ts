import { reasonOf, showProblem } from '../problem.ts';
import { PUBLISHED_PER, perFromSearch } from '../workload/per.ts';
import { ASKED_CHANGED } from './asked-changed.ts';
import {
  AS_SERVED_STATE,
  isAsServed,
  type ScenarioState,
  scenarioFromSearch,
} from './scenario-state.ts';

/** Shows one model as the address asks for it; nothing where that is as published. */
class ScenarioPanel extends HTMLElement {
  #listening = new AbortController();
  #step = 0;

  connectedCallback() {
    const { signal } = this.#listening;
    document.addEventListener(ASKED_CHANGED, () => void this.#follow(), { signal });
    addEventListener('popstate', () => void this.#follow(), { signal });
    void this.#follow();
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#listening = new AbortController();
  }

  async #follow() {
    this.#step += 1;
    const step = this.#step;
    const scenario = scenarioFromSearch(location.search);
    const per = perFromSearch(location.search);
    const isPublished = isAsServed(scenario) && per === PUBLISHED_PER;
    const section = this.querySelector('section');
    const problem = this.querySelector('[data-problem]');
    const again = () => void this.#follow();
    showProblem(problem, '', again);
    section?.toggleAttribute('hidden', isPublished);
    if (isPublished) return;
    section?.setAttribute('aria-busy', 'true');
    try {
      const [{ estimatesFor }, { writePanel }] = await Promise.all([
        import('./asked-estimates.ts'),
        import('./panel-figures.ts'),
      ]);
      const { model: id = '' } = this.dataset;
      const estimateUnder = async (under: ScenarioState) => {
        const { estimates, leftOut } = await estimatesFor({
          scenario: under,
          per,
          ids: [id],
          everyKind: true,
        });
        const estimate = estimates.get(id);
        if (estimate === undefined) {
          throw new Error(leftOut.get(id) ?? 'This model is not among the published inputs');
        }
        return estimate;
      };
      const { asked, everyKind } = await estimateUnder(scenario);
      const served = isAsServed(scenario) ? undefined : await estimateUnder(AS_SERVED_STATE);
      if (step !== this.#step || everyKind === undefined) return;
      writePanel(this, {
        per,
        asked: asked.gramsCO2e,
        everyKind,
        asServed: served?.asked.gramsCO2e,
      });
      section?.removeAttribute('aria-busy');
    } catch (error) {
      if (step !== this.#step) return;
      section?.toggleAttribute('hidden', true);
      showProblem(problem, `This page is as published, not as you ask. ${reasonOf(error)}`, again);
    }
  }
}

customElements.define('scenario-panel', ScenarioPanel);

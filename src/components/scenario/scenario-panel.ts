import { SCENARIO_CHANGED } from './scenario-changed.ts';
import { isAsServed, scenarioFromSearch } from './scenario-state.ts';

/** Shows one model under the scenario that the address holds; nothing where it is as served. */
class ScenarioPanel extends HTMLElement {
  #listening = new AbortController();
  #step = 0;

  connectedCallback() {
    const { signal } = this.#listening;
    document.addEventListener(SCENARIO_CHANGED, () => void this.#follow(), { signal });
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
    const section = this.querySelector('section');
    const problem = this.querySelector('[data-problem]');
    problem?.toggleAttribute('hidden', true);
    section?.toggleAttribute('hidden', isAsServed(scenario));
    if (isAsServed(scenario)) return;
    section?.setAttribute('aria-busy', 'true');
    try {
      const [{ estimatesUnder }, { writePanel }] = await Promise.all([
        import('./scenario-estimates.ts'),
        import('./panel-figures.ts'),
      ]);
      const { model: id = '', published = '' } = this.dataset;
      const { estimates } = await estimatesUnder(scenario, { ids: [id] });
      const estimate = estimates.get(id);
      if (step !== this.#step) return;
      if (estimate === undefined) throw new Error('This model is not among the published inputs');
      const [low = 0, central = 0, high = 0] = published.split(' ').map(Number);
      writePanel(this, estimate, { low, central, high });
      section?.removeAttribute('aria-busy');
    } catch (error) {
      if (step !== this.#step) return;
      section?.toggleAttribute('hidden', true);
      if (problem === null) return;
      const reason = error instanceof Error ? error.message : String(error);
      problem.textContent = `This page is as served, not as in your scenario. ${reason}.`;
      problem.toggleAttribute('hidden', false);
    }
  }
}

customElements.define('scenario-panel', ScenarioPanel);

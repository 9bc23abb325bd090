import { ASKED_CHANGED, isAsked } from '../../query/is-asked.ts';
import { ListeningElement } from '../../ui/listening-element.ts';
import { reasonOf, showProblem } from '../../ui/try-again.ts';

/** Shows one model as the address asks for it; nothing where that is as published. */
class ScenarioPanel extends ListeningElement {
  #step = 0;

  protected listen(signal: AbortSignal) {
    document.addEventListener(ASKED_CHANGED, () => void this.#follow(), { signal });
    addEventListener('popstate', () => void this.#follow(), { signal });
    void this.#follow();
  }

  async #follow() {
    this.#step += 1;
    const step = this.#step;
    const { search } = location;
    const section = this.querySelector('section');
    const problem = this.querySelector('[data-problem]');
    const again = () => void this.#follow();
    showProblem(problem, '', again);
    section?.toggleAttribute('hidden', !isAsked(search));
    if (!isAsked(search)) return;
    section?.setAttribute('aria-busy', 'true');
    try {
      const [{ askedFigures, askedOfModel }, { writePanel }] = await Promise.all([
        import('./asked-figures.ts'),
        import('./panel-figures.ts'),
      ]);
      const asked = await askedOfModel(search);
      if (step !== this.#step) return;
      section?.toggleAttribute('hidden', asked === undefined);
      this.removeAttribute('data-unread');
      if (asked === undefined) return;
      const figures = await askedFigures(this.dataset.model ?? '', asked);
      if (step !== this.#step) return;
      writePanel(this, figures);
      section?.removeAttribute('aria-busy');
    } catch (error) {
      if (step !== this.#step) return;
      section?.toggleAttribute('hidden', true);
      this.removeAttribute('data-unread');
      showProblem(problem, `This page is as published, not as you ask. ${reasonOf(error)}`, again);
    }
  }
}

customElements.define('scenario-panel', ScenarioPanel);

import { ListeningElement } from '../../ui/listening-element.ts';
import { reasonOf, showProblem } from '../../ui/try-again.ts';
import { pointAt } from './pointed-mark.ts';

/** What asks for something: its first touch fetches what answers. */
const CONTROLS = 'form, .per';

/** Says what the marks stand for; what computes is fetched when a reader, or a link, asks for something. */
class FrontierPage extends ListeningElement {
  #loading: Promise<void> | undefined;
  #isLoaded = false;
  /** What was chosen before the controls were there, to be chosen again then. */
  #chosen = new Map<HTMLInputElement | HTMLSelectElement, { value: string; isChecked: boolean }>();

  protected listen(signal: AbortSignal) {
    const chart = this.querySelector<HTMLElement>('.frontier-chart');
    if (chart !== null) pointAt(chart, signal);
    for (const button of this.querySelectorAll<HTMLElement>('[data-take]')) {
      button.addEventListener('click', () => void this.#take(chart, button.dataset.take), {
        signal,
      });
    }
    if (location.search !== '') void this.#load(signal);
    addEventListener('popstate', () => void this.#load(signal), { signal });
    for (const touched of ['focusin', 'pointerover'] as const) {
      this.addEventListener(
        touched,
        ({ target }) => {
          if (target instanceof Element && target.closest(CONTROLS)) void this.#load(signal);
        },
        { signal, passive: true },
      );
    }
    this.addEventListener('change', ({ target }) => this.#choose(target, signal), { signal });
  }

  async #take(chart: HTMLElement | null, way: string | undefined): Promise<void> {
    const said = this.querySelector('[data-taken]');
    if (chart === null || said === null) return;
    said.textContent = await import('./front-picture.ts')
      .then(({ takeFrontPicture }) => takeFrontPicture(chart, way))
      .catch((error: unknown) => `The image could not be made. ${reasonOf(error)}`);
  }

  #load(signal: AbortSignal): Promise<void> {
    this.#loading ??= this.#begin(signal);
    return this.#loading;
  }

  async #begin(signal: AbortSignal): Promise<void> {
    const place = this.querySelector('[data-problem]');
    try {
      const { FrontControls } = await import('./front-controls.ts');
      showProblem(place, '', () => {});
      // It listens from now on.
      void new FrontControls(this, signal);
      this.#isLoaded = true;
      this.#chooseAgain();
    } catch (error) {
      this.#loading = undefined;
      const said = `What the controls ask for cannot be computed. ${reasonOf(error)}`;
      showProblem(place, said, () => void this.#load(signal));
    }
  }

  #choose(field: EventTarget | null, signal: AbortSignal): void {
    const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
    if (this.#isLoaded || !isField) return;
    const isChecked = field instanceof HTMLInputElement && field.checked;
    this.#chosen.set(field, { value: field.value, isChecked });
    void this.#load(signal);
  }

  #chooseAgain(): void {
    for (const [field, { value, isChecked }] of this.#chosen) {
      field.value = value;
      if (field instanceof HTMLInputElement) field.checked = isChecked;
      for (const said of ['input', 'change']) {
        field.dispatchEvent(new Event(said, { bubbles: true }));
      }
    }
    this.#chosen.clear();
  }
}

customElements.define('frontier-page', FrontierPage);

import { reasonOf, showProblem } from '../../ui/try-again.ts';

/**
 * What stands under the form: the figures of what is asked, those of something else until these are
 * there, none yet, or none at all.
 */
type Figures = 'shown' | 'old' | 'coming' | 'none';

/** The figures of the calculator on its page, which are dimmed or hidden while they are not of what is asked. */
export class FiguresPlace {
  readonly #root: HTMLElement;
  readonly #title = document.title;
  #step = 0;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Something else is asked: what stands there is not its answer. Returns the step that will answer it. */
  wait(): number {
    this.#step += 1;
    const { figures } = this.#root.dataset;
    this.#set(figures === undefined || figures === 'shown' || figures === 'old' ? 'old' : 'coming');
    this.say('done', '');
    return this.#step;
  }

  /** Whether nothing else has been asked since. */
  isLatest(step: number): boolean {
    return step === this.#step;
  }

  /** The figures of what is asked stand there, under their title; the page's own where none is told. */
  stand(title: string | undefined): void {
    this.#show('shown', title);
  }

  /** No figures stand there: nothing is asked, or something else says why. */
  standEmpty(): void {
    this.#show('none');
  }

  /** What a step asked for could not be computed. */
  fail(step: number, error: unknown, again: () => void): void {
    if (!this.isLatest(step)) return;
    this.standEmpty();
    showProblem(this.#problem, `What you ask for could not be computed. ${reasonOf(error)}`, again);
  }

  /** Says something in a part of the page. */
  say(part: string, text: string): void {
    const element = this.#root.querySelector(`[data-part=${part}]`);
    if (element !== null) element.textContent = text;
  }

  #show(figures: Figures, title = this.#title) {
    showProblem(this.#problem, '', () => undefined);
    document.title = title;
    this.#set(figures);
  }

  get #problem() {
    return this.#root.querySelector('[data-part=problem]');
  }

  #set(figures: Figures) {
    this.#root.dataset.figures = figures;
    const result = this.#root.querySelector('.result');
    result?.toggleAttribute('inert', figures !== 'shown');
    if (figures === 'old' || figures === 'coming') result?.setAttribute('aria-busy', 'true');
    else result?.removeAttribute('aria-busy');
  }
}

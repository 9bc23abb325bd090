import { reasonOf, showProblem } from '../../ui/try-again.ts';

/** What of a table could not be had, said beside it until it is had. */
export class TableProblems {
  readonly #root: Element;
  /** By what that spoils. */
  readonly #known = new Map<string, { reason: string; again: () => void }>();

  constructor(root: Element) {
    this.#root = root;
  }

  /**
   * Does something; where that fails, says what it spoils and why, with a button that tries again all
   * that has failed. Never rejects.
   */
  async trying(spoilt: string, again: () => void, act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.#known.delete(spoilt);
    } catch (error) {
      this.#known.set(spoilt, { reason: reasonOf(error), again });
    }
    const problems = [...this.#known];
    showProblem(
      this.#root.querySelector('[data-problem]'),
      problems.map(([what, { reason }]) => `${what} ${reason}.`).join(' '),
      () => {
        for (const [, problem] of problems) problem.again();
      },
    );
  }
}

import { askedOf } from '../../query/asked.ts';
import type { UsageLine } from '../../query/usage-lines.ts';
import { reasonOf, showProblem } from '../../ui/try-again.ts';

/** Where models are offered that score as much as those of a month and emit less. */
export class SuggestionPlace {
  readonly #place: Element;
  /** The month that they are offered for. */
  #month = '';
  #step = 0;

  constructor(place: Element) {
    this.#place = place;
  }

  /** Takes away what was offered for another month. */
  keepFor(month: string): void {
    if (this.#month !== month) this.#place.replaceChildren();
  }

  /** Offers models for a month, or for some of its lines. Nothing is offered once the figures are of another. */
  async suggest(
    month: string,
    lines: readonly UsageLine[],
    isCurrent: () => boolean,
    isWholeMonth = true,
  ): Promise<void> {
    this.#month = month;
    this.#step += 1;
    const step = this.#step;
    const isAwaited = () => step === this.#step && isCurrent();
    this.#place.textContent = 'Computing …';
    try {
      const { suggestionNodes, suggestionsFor } = await import('./suggestions.ts');
      const { scenario } = await askedOf(location.search);
      const suggestions = await suggestionsFor(scenario, lines);
      if (!isAwaited()) return;
      const askForOthers = (others: readonly UsageLine[]) =>
        void this.suggest(month, others, isCurrent, false);
      this.#place.replaceChildren(
        ...suggestionNodes(suggestions, { lines, isWholeMonth, askForOthers }),
      );
    } catch (error) {
      if (!isAwaited()) return;
      showProblem(this.#place, `No model could be suggested. ${reasonOf(error)}`, () => {
        void this.suggest(month, lines, isCurrent, isWholeMonth);
      });
    }
  }
}

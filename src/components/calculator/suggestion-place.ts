import { askedOf } from '../../query/asked.ts';
import type { UsageLine } from '../../query/usage-lines.ts';
import { reasonOf, showProblem } from '../../ui/try-again.ts';

/** Where models are offered that score as much as those of some usage and emit less. */
export class SuggestionPlace {
  readonly #place: Element;
  /** The usage that they are offered for. */
  #usage = '';
  #step = 0;

  constructor(place: Element) {
    this.#place = place;
  }

  /** Takes away what was offered for another usage. */
  keepFor(usage: string): void {
    if (this.#usage !== usage) this.#place.replaceChildren();
  }

  /** Offers models for a usage, or for some of its lines. Nothing is offered once the figures are of another. */
  async suggest(
    usage: string,
    lines: readonly UsageLine[],
    isCurrent: () => boolean,
    isForAll = true,
  ): Promise<void> {
    this.#usage = usage;
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
        void this.suggest(usage, others, isCurrent, false);
      this.#place.replaceChildren(
        ...suggestionNodes(suggestions, { lines, isForAll, askForOthers }),
      );
    } catch (error) {
      if (!isAwaited()) return;
      showProblem(this.#place, `No model could be suggested. ${reasonOf(error)}`, () => {
        void this.suggest(usage, lines, isCurrent, isForAll);
      });
    }
  }
}

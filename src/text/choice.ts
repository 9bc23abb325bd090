import type { Choice } from '../estimation/choice.ts';
import type { Comparison } from '../estimation/comparison.ts';
import { inverseOf } from '../estimation/ranges.ts';
import { casesText, NEARLY_EVEN } from '../library/cases-text.ts';
import { quantityText, rangeText } from './numbers.ts';

/** How often a model is among the lowest: "among the 3 lowest in 76 of 100 cases". */
export function amongLowestText(share: number, places: Choice['places']): string {
  return `${amongLowestHead(places)} in ${casesText(share)} cases`;
}

/** What a column of such shares is called. */
export function amongLowestHead(places: Choice['places']): string {
  return places === 1 ? 'the lowest' : `among the ${places} lowest`;
}

/** How another model, called `name`, stands to the answer; `ratio` is the answer over the other. */
export function againstSentence(name: string, { probabilityLess, ratio }: Comparison): string {
  if (probabilityLess >= NEARLY_EVEN) {
    return `${name} emits ${timesText(ratio)} times as much; it emits more in ${casesText(probabilityLess)} cases.`;
  }
  return probabilityLess > 1 - NEARLY_EVEN
    ? `${name} can hardly be told from it: it emits more in ${casesText(probabilityLess)} cases.`
    : `${name} emits less still, in ${casesText(1 - probabilityLess)} cases.`;
}

/** How many times as much the other emits: "11 (2.3–44)"; empty for a model held against itself. */
export function timesText(ratio: Comparison['ratio']): string {
  if (ratio.low === ratio.high) return '';
  const times = inverseOf(ratio);
  return `${quantityText(times.central)} (${rangeText(times)})`;
}

/** Said of an answer whose model OpenRouter lists no endpoint of: its maker's own host, or the default, stands in. */
export const HOST_ASSUMED = 'Its host is assumed.';

/** What a choice among models rests on where some are known by their prices alone. */
export function pricedNote(priced: number, count: number): string {
  if (priced === 0) return 'The size of each of them is known.';
  const who = priced === count ? 'all of them' : `${priced} of them`;
  return `For ${who} only the price is known: it is read as an open model’s would be.`;
}

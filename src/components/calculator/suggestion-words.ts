import type { Comparison } from '../../estimation/comparison.ts';
import { inverseOf } from '../../estimation/ranges.ts';
import { casesText } from '../../library/cases-text.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';

/** What speaks for a model in place of the lines: its score, how much less it emits, and how surely. */
export function suggestionWords(
  quality: number,
  { ratio, probabilityLess }: Pick<Comparison, 'ratio' | 'probabilityLess'>,
): string {
  const times = inverseOf(ratio);
  return `score ${quality}, ${quantityText(times.central)} times less (${rangeText(times)}), lower in ${casesText(probabilityLess)} cases`;
}

import { twoNumbers } from './number-from-text.ts';
import { type MarksMean, writtenNumber } from './written-number.ts';

/** Where nothing else tells what a mark means, links and fields read it as this site writes it. */
const AS_WRITTEN_HERE: MarksMean = { '.': 'fraction', ',': 'thousands' };

/**
 * A number of tokens as people write it, read as an export's is: 2000000, 2,000,000, 2.000.000,
 * 2 000 000, 2e6, 2M, 1.5k, 1,5k. Nothing typed is none. Undefined where it is no number of tokens, or
 * may be two.
 */
export function tokensFromText(text: string): number | undefined {
  if (text.trim() === '') return 0;
  if (isAmbiguousCount(text)) return undefined;
  const read = writtenNumber(text, AS_WRITTEN_HERE);
  return typeof read === 'number' ? read : undefined;
}

/** Whether a point may stand between thousands or before a fraction: "4.000" is 4 to some, 4000 to others. */
export function isAmbiguousCount(text: string): boolean {
  return twoNumbers(text)?.mark === '.';
}

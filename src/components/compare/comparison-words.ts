import type { Comparison } from '../../estimation/comparison.ts';
import { quantityText } from '../number-text.ts';

/** Below this probability "less" is not said. */
const NEARLY_EVEN = 0.6;

/**
 * A comparison in one sentence: which emits less, how probably, and the range of the ratio, the
 * larger over the smaller. "a" and "b" are the models' names.
 */
export function comparisonSentence(a: string, b: string, comparison: Comparison): string {
  const aIsLess = comparison.probabilityLess >= 0.5;
  const probability = aIsLess ? comparison.probabilityLess : 1 - comparison.probabilityLess;
  const { low, central, high } = comparison.ratio;
  const [times, from, to] = aIsLess ? [1 / central, 1 / high, 1 / low] : [central, low, high];
  const [less, more] = aIsLess ? [a, b] : [b, a];
  const ratio = `${more} emits ${quantityText(times)} times what ${less} does (5th to 95th percentile ${quantityText(from)} to ${quantityText(to)}).`;
  return probability < NEARLY_EVEN
    ? `${a} and ${b} cannot be told apart: either emits less about as probably. ${ratio}`
    : `${less} emits less than ${more} per output token with probability ${probabilityText(probability)}. ${ratio}`;
}

/** A probability to two digits, never rounded up to certainty. */
export function probabilityText(probability: number): string {
  return probability > 0.995 ? 'above 0.99' : probability.toFixed(2);
}

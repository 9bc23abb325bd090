import type { PairComparison } from '../estimation/comparison.ts';
import { inverseOf, type Range } from '../estimation/ranges.ts';
import type { EvidenceTier } from '../estimation/tier.ts';
import { casesText, NEARLY_EVEN } from '../library/cases-text.ts';
import { quantityText } from './numbers.ts';

/** A comparison of two models in words. */
export interface PairInWords {
  /** Which emits less per what is asked, and how probably. */
  verdict: string;
  /** How many times as much the other emits, with the range. */
  ratioSentence: string;
  less: string;
  more: string;
  /** The larger over the smaller. */
  times: Range;
  /** That the first of them emits less. */
  probability: number;
}

/** Puts a comparison into words; "a" and "b" are the models' names, `functionalUnit` what figures are per. */
export function pairInWords(
  a: string,
  b: string,
  { probabilityLess, ratio, probabilityLessServedAlike }: PairComparison,
  functionalUnit: string,
): PairInWords {
  const aIsLess = probabilityLess >= 0.5;
  const probability = aIsLess ? probabilityLess : 1 - probabilityLess;
  const servedAlike = aIsLess ? probabilityLessServedAlike : 1 - probabilityLessServedAlike;
  const times = aIsLess ? inverseOf(ratio) : ratio;
  const [less, more] = aIsLess ? [a, b] : [b, a];
  return {
    verdict:
      probability < NEARLY_EVEN
        ? `${a} and ${b} cannot be told apart: either emits less per ${functionalUnit} in about half of the cases.`
        : `${less} emits less than ${more} per ${functionalUnit} in ${casesText(probability)} cases as each is served, in ${casesText(servedAlike)} if both were served alike.`,
    ratioSentence: `${more} emits ${quantityText(times.central)} times what ${less} does (nine in ten: ${quantityText(times.low)} to ${quantityText(times.high)}).`,
    less,
    more,
    times,
    probability,
  };
}

/**
 * What a column of probabilities that one model emits less than others tells: whether any of them can
 * be told from it although ranges overlap, and what that rests on where only its price is known.
 */
export function toldApartText(
  probabilitiesLess: readonly number[],
  evidence: EvidenceTier,
): string {
  const anyTold = probabilitiesLess.some(
    (probability) => Math.max(probability, 1 - probability) >= NEARLY_EVEN,
  );
  const told = anyTold
    ? 'So a difference is better known than a level; near 50 of 100 two models cannot be told apart.'
    : 'Near 50 of 100, as here, two models cannot be told apart.';
  return evidence === 'price'
    ? `${told} Between two models that are known by their price, it compares mostly their prices.`
    : told;
}

/** Names as a list of choices: "A", "A or B", "A or B or C". */
export function choiceOf(names: readonly string[]): string {
  return names.join(' or ');
}

/** Names as a list: "A and B", "A, B and C". */
export function listOf(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);
}

/** From this probability on a model is said to be on the front. */
const ON_FRONT_ABOVE = 0.5;

/** From this one on it is named in the chart. */
export const NAMED_ABOVE = 0.25;

/** Whether a model counts as on the front: by the two digits that are shown, so that 0.50 is not above 0.5. */
export function isOnFront(probability: number): boolean {
  return Number(probability.toFixed(2)) > ON_FRONT_ABOVE;
}

/** From this probability on a model is said to be on the front. */
export const ON_FRONT_ABOVE = 0.5;

/** From this one on it is named in the chart. */
export const NAMED_ABOVE = 0.25;

/** A probability for a column: two digits, never rounded to certainty at either end. */
export function shortProbability(probability: number): string {
  if (probability > 0.995) return '> 0.99';
  return probability < 0.005 ? '< 0.01' : probability.toFixed(2);
}

/** Whether a model counts as on the front: by the two digits that are shown, so that 0.50 is not above 0.5. */
export function isOnFront(probability: number): boolean {
  return Number(probability.toFixed(2)) > ON_FRONT_ABOVE;
}

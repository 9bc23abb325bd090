/** Below this probability, and above its complement, no sentence says that one emits less. */
export const NEARLY_EVEN = 0.6;

/**
 * A probability as readers count it, the one form for all: "76 of 100", and never certain at either
 * end: "over 99 of 100".
 */
export function casesText(probability: number): string {
  if (probability >= 0.995) return 'over 99 of 100';
  return probability < 0.005 ? 'under 1 of 100' : `${Math.round(probability * 100)} of 100`;
}

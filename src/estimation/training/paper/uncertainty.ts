/** The paper's arithmetic of errors: its equation 7, Tables 4 and 6, and the error of its total. */

/** Relative error of a product from those of its factors, to first order: the root of their squares. */
export function relativeErrorOf(errors: readonly number[]): number {
  return Math.hypot(...errors);
}

/**
 * Part of the variance that each factor brings alone, the factors being log-normal: with 0.3, 0.2 and
 * 0.1 the 66, 27 and 7 % of Table 6, which no other reading prints.
 */
export function varianceShares(sdsLn: readonly number[]): number[] {
  const variances = sdsLn.map((sd) => Math.expm1(sd ** 2) * Math.exp(sd ** 2));
  const all = variances.reduce((sum, variance) => sum + variance, 0);
  return variances.map((variance) => variance / all);
}

/** Relative error of a total from those of its tiers and their shares of it. */
export function errorOfTotal(tiers: readonly { weight: number; error: number }[]): {
  /** Where the errors of the tiers go together. */
  linear: number;
  /** Where they are independent. */
  rootSumSquare: number;
} {
  const parts = tiers.map(({ weight, error }) => weight * error);
  return {
    linear: parts.reduce((sum, part) => sum + part, 0),
    rootSumSquare: Math.hypot(...parts),
  };
}

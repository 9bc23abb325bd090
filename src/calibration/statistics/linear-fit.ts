import { levenbergMarquardt } from 'ml-levenberg-marquardt';

/** One observation of a linear regression: y and the values that explain it. */
export interface Observation {
  y: number;
  explainedBy: readonly number[];
}

/**
 * Ordinary least squares: the intercept, then one slope per explaining value. Done with the library
 * of the other fit, since a linear problem is its easiest case.
 */
export function linearFit(observations: readonly Observation[]): number[] {
  const slopes = observations[0]?.explainedBy.length ?? 0;
  return levenbergMarquardt(
    { x: observations.map((_, index) => index), y: observations.map(({ y }) => y) },
    ([intercept = 0, ...slope]) =>
      (index) =>
        (observations[index]?.explainedBy ?? []).reduce(
          (sum, value, term) => sum + value * (slope[term] ?? 0),
          intercept,
        ),
    {
      initialValues: Array.from({ length: slopes + 1 }, () => 0),
      centralDifference: true,
      damping: 1e-7,
      maxIterations: 20,
      errorTolerance: 1e-15,
    },
  ).parameterValues;
}

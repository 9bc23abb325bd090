import { levenbergMarquardt } from 'ml-levenberg-marquardt';

/** What was believed of a coefficient before the measurements: ln x is normal around ln `median`. */
export interface Prior {
  median: number;
  sdLn: number;
}

/** A measured value beside the model's, which depends on a candidate for the coefficients. */
export interface FittedRow<Candidate> {
  /** Rows of one group share the weight of the group. */
  group: string;
  measured: number;
  modelled: (candidate: Candidate) => number;
}

/** Assumed standard deviation of ln(measured / modelled); sets the data's weight against the priors. */
const RESIDUAL_SD_LN = 0.25;

/**
 * As many independent rows a group counts for, however many it has: loads of one configuration, or
 * neighbouring configurations, share their errors. It sets the data's weight against the priors.
 */
const INDEPENDENT_ROWS_PER_GROUP = 12;

/**
 * Iterations are counted rather than stopped at a tolerance: the library's own rule looks at the
 * size of the error, which is never small here.
 */
const ITERATIONS = 20;

/**
 * Fits coefficients, as logarithms, to ln(measured) of the rows by least squares. Each group weighs
 * the same however many rows it has, and each prior counts as one more residual. `candidateAt` makes
 * of the coefficients' logarithms, in the order of their priors, what rows are modelled with. The
 * start is the priors' medians, so that the same rows give the same values. Returns the logarithms.
 * Throws a RangeError where there is no row.
 */
export function fitLogarithms<Candidate>(
  rows: readonly FittedRow<Candidate>[],
  priors: readonly Prior[],
  candidateAt: (lnValues: readonly number[]) => Candidate,
): number[] {
  if (rows.length === 0) throw new RangeError('no measured row is left to fit');
  const rowsOf = Map.groupBy(rows, ({ group }) => group);
  const rowResiduals = rows.map(({ group, measured, modelled }) => ({
    observedLn: Math.log(measured),
    weight:
      Math.sqrt(INDEPENDENT_ROWS_PER_GROUP / (rowsOf.get(group)?.length ?? 1)) / RESIDUAL_SD_LN,
    modelledLn: ({ candidate }: { candidate: Candidate }) => Math.log(modelled(candidate)),
  }));
  const priorResiduals = priors.map(({ median, sdLn }, index) => ({
    observedLn: Math.log(median),
    weight: 1 / sdLn,
    modelledLn: ({ lnValues }: { lnValues: readonly number[] }) => lnValues[index] ?? Number.NaN,
  }));
  const residuals = [...rowResiduals, ...priorResiduals];
  // The library mishandles `weights` (5.1.0), so observation and model both carry the weight.
  return levenbergMarquardt(
    {
      x: residuals.map((_, index) => index),
      y: residuals.map(({ observedLn, weight }) => weight * observedLn),
    },
    (lnValues) => {
      const point = { lnValues, candidate: candidateAt(lnValues) };
      return (index) => {
        const residual = residuals[index];
        return residual === undefined ? Number.NaN : residual.weight * residual.modelledLn(point);
      };
    },
    {
      initialValues: priors.map(({ median }) => Math.log(median)),
      centralDifference: true,
      gradientDifference: 1e-4,
      maxIterations: ITERATIONS,
      errorTolerance: 1e-12,
    },
  ).parameterValues;
}

import { levenbergMarquardt } from 'ml-levenberg-marquardt';
import { measuredRun } from '../catalog/measured-rows.ts';
import type { MeasuredRow } from '../catalog/measurement.ts';
import { type AcceleratorEnergyFile, acceleratorCoefficients } from '../catalog/method.ts';
import { predictedJoulesPerOutputToken } from '../estimation/measured-run.ts';
import { FREE_PARAMETERS, PRIORS, withParameters } from './free-parameters.ts';
import { withoutOutliers } from './row-prediction.ts';
import { fitUnknownArchitecture } from './unknown-architecture.ts';

/** Assumed standard deviation of ln(measured / modelled); sets the data's weight against the priors. */
const RESIDUAL_SD_LN = 0.25;

/**
 * Iterations are counted rather than stopped at a tolerance: the library's own rule looks at the
 * size of the error, which is never small here.
 */
const ITERATIONS = 30;

/**
 * Fits the free parameters, as logarithms, to ln(J per output token) of the rows by least squares.
 * Each architecture group weighs the same however many rows it has, and each prior counts as one
 * more residual. The regressions for unpublished architectures are fitted beside it, on the same
 * rows. Known outliers are left out. `file` gives the fixed constants; the start is the
 * priors' medians, so that the same rows give the same values whatever the file held before.
 * Returns the file with the fitted values. Throws where no row is left.
 */
export function fitCoefficients(
  rows: readonly MeasuredRow[],
  file: AcceleratorEnergyFile,
): AcceleratorEnergyFile {
  const fitted = withoutOutliers(rows);
  if (fitted.length === 0) throw new RangeError('no measured row is left to fit');
  const residuals = [...rowResiduals(fitted), ...priorResiduals()];
  // The library mishandles `weights` (5.1.0), so observation and model both carry the weight.
  const { parameterValues } = levenbergMarquardt(
    {
      x: residuals.map((_, index) => index),
      y: residuals.map(({ observedLn, weight }) => weight * observedLn),
    },
    (lnValues) => {
      const candidate = withParameters(file, lnValues);
      const point = { lnValues, candidate, coefficients: acceleratorCoefficients(candidate) };
      return (index) => {
        const residual = residuals[index];
        return residual === undefined ? Number.NaN : residual.weight * residual.modelledLn(point);
      };
    },
    {
      initialValues: FREE_PARAMETERS.map((name) => Math.log(PRIORS[name].median)),
      centralDifference: true,
      gradientDifference: 1e-4,
      maxIterations: ITERATIONS,
      errorTolerance: 1e-12,
    },
  );
  return {
    ...withParameters(file, parameterValues),
    unknownArchitecture: fitUnknownArchitecture(fitted),
  };
}

/** A point in the space of parameters, with what follows from it. */
interface ParameterPoint {
  lnValues: readonly number[];
  candidate: AcceleratorEnergyFile;
  coefficients: ReturnType<typeof acceleratorCoefficients>;
}

interface Residual {
  observedLn: number;
  weight: number;
  modelledLn: (point: ParameterPoint) => number;
}

function rowResiduals(rows: readonly MeasuredRow[]): Residual[] {
  const weights = groupWeights(rows.map(({ architectureGroup }) => architectureGroup));
  return rows.map((row, index) => ({
    observedLn: Math.log(row.joulesPerOutputToken),
    weight: Math.sqrt(weights[index] ?? 0) / RESIDUAL_SD_LN,
    modelledLn: ({ candidate, coefficients }) =>
      Math.log(
        predictedJoulesPerOutputToken(measuredRun(row, candidate), coefficients)
          .joulesPerOutputToken,
      ),
  }));
}

function priorResiduals(): Residual[] {
  return FREE_PARAMETERS.map((name, index) => ({
    observedLn: Math.log(PRIORS[name].median),
    weight: 1 / PRIORS[name].sdLn,
    modelledLn: ({ lnValues }) => lnValues[index] ?? Number.NaN,
  }));
}

/** One weight per row, so that all groups weigh the same; they average 1. */
export function groupWeights(groups: readonly string[]): number[] {
  const rowsOf = new Map<string, number>();
  for (const group of groups) rowsOf.set(group, (rowsOf.get(group) ?? 0) + 1);
  return groups.map((group) => groups.length / (rowsOf.size * (rowsOf.get(group) ?? 1)));
}

import { levenbergMarquardt } from 'ml-levenberg-marquardt';
import { latencyCoefficients } from '../catalog/latency.ts';
import { measuredRun } from '../catalog/measured-rows.ts';
import type { MeasuredRow } from '../catalog/measurement.ts';
import { type AcceleratorEnergyFile, acceleratorCoefficients } from '../catalog/method.ts';
import { energyShape } from '../estimation/accelerator.ts';
import { groupWeights } from './fit.ts';
import { interTokenLatencyMilliseconds, type LatencyCoefficients } from './latency.ts';
import {
  type FittedLatency,
  fittedLatency,
  LATENCY_PARAMETERS,
  LATENCY_PRIORS,
} from './latency-parameters.ts';
import { withoutOutliers } from './row-prediction.ts';

/** Assumed standard deviation of ln(measured / modelled); sets the data's weight against the priors. */
const RESIDUAL_SD_LN = 0.25;

/** Counted rather than stopped at a tolerance, as in the energy fit. */
const ITERATIONS = 30;

/** What the latency model says of a row whose operating point is known, ms. */
export function rowMilliseconds(
  row: MeasuredRow,
  latency: LatencyCoefficients,
  energyFile: AcceleratorEnergyFile,
): number {
  const { size, architecture, point } = measuredRun(row, energyFile);
  const shape = energyShape(size, architecture, acceleratorCoefficients(energyFile));
  return interTokenLatencyMilliseconds(shape, point, latency);
}

/**
 * Fits the latency coefficients, as logarithms, to ln(inter-token latency) of the rows by least
 * squares; each architecture group weighs the same, each prior counts as one more residual, known
 * outliers are left out. `energyFile` gives the tasks' prompt lengths, which the energy fit infers.
 * Throws where no row is left.
 */
export function fitLatency(
  rows: readonly MeasuredRow[],
  energyFile: AcceleratorEnergyFile,
): FittedLatency {
  const used = withoutOutliers(rows);
  if (used.length === 0) throw new RangeError('no measured row to fit: every one is an outlier');
  const coefficients = acceleratorCoefficients(energyFile);
  const weights = groupWeights(used.map(({ architectureGroup }) => architectureGroup));
  const rowResiduals = used.map((row, index) => {
    const { size, architecture, point } = measuredRun(row, energyFile);
    const shape = energyShape(size, architecture, coefficients);
    return {
      observedLn: Math.log(row.interTokenLatencyMilliseconds),
      weight: Math.sqrt(weights[index] ?? 0) / RESIDUAL_SD_LN,
      modelledLn: (latency: LatencyCoefficients) =>
        Math.log(interTokenLatencyMilliseconds(shape, point, latency)),
    };
  });
  const priorResiduals = LATENCY_PARAMETERS.map((name, index) => ({
    observedLn: Math.log(LATENCY_PRIORS[name].median),
    weight: 1 / LATENCY_PRIORS[name].sdLn,
    modelledLn: (_: LatencyCoefficients, lnValues: readonly number[]) =>
      lnValues[index] ?? Number.NaN,
  }));
  const residuals = [...rowResiduals, ...priorResiduals];
  // The library mishandles `weights` (5.1.0), so observation and model both carry the weight.
  const { parameterValues } = levenbergMarquardt(
    {
      x: residuals.map((_, index) => index),
      y: residuals.map(({ observedLn, weight }) => weight * observedLn),
    },
    (lnValues) => {
      const latency = latencyCoefficients(fittedLatency(lnValues));
      return (index) => {
        const residual = residuals[index];
        return residual === undefined
          ? Number.NaN
          : residual.weight * residual.modelledLn(latency, lnValues);
      };
    },
    {
      initialValues: LATENCY_PARAMETERS.map((name) => Math.log(LATENCY_PRIORS[name].median)),
      centralDifference: true,
      gradientDifference: 1e-4,
      maxIterations: ITERATIONS,
      errorTolerance: 1e-12,
    },
  );
  return fittedLatency(parameterValues);
}

import { measuredRun } from '../../catalog/measured-rows.ts';
import type { MeasuredRow } from '../../catalog/measurement.ts';
import { type AcceleratorEnergyFile, acceleratorCoefficients } from '../../catalog/method.ts';
import { energyShape } from '../../estimation/accelerator.ts';
import { withoutOutliers } from '../energy/row-prediction.ts';
import { fitLogarithms } from '../statistics/fit-logarithms.ts';
import { interTokenLatencyMilliseconds, type LatencyCoefficients } from './decode-step.ts';
import {
  type FittedLatency,
  fittedLatency,
  LATENCY_PARAMETERS,
  LATENCY_PRIORS,
} from './parameters.ts';
import { latencyCoefficients } from './record.ts';

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
 * Fits the latency coefficients, as logarithms, to ln(inter-token latency) of the rows, each
 * architecture group weighing the same; known outliers are left out. `energyFile` gives the tasks'
 * prompt lengths, which the energy fit infers. Throws where no row is left.
 */
export function fitLatency(
  rows: readonly MeasuredRow[],
  energyFile: AcceleratorEnergyFile,
): FittedLatency {
  const coefficients = acceleratorCoefficients(energyFile);
  const lnValues = fitLogarithms(
    withoutOutliers(rows).map((row) => {
      const { size, architecture, point } = measuredRun(row, energyFile);
      const shape = energyShape(size, architecture, coefficients);
      return {
        group: row.architectureGroup,
        measured: row.interTokenLatencyMilliseconds,
        modelled: (latency: LatencyCoefficients) =>
          interTokenLatencyMilliseconds(shape, point, latency),
      };
    }),
    LATENCY_PARAMETERS.map((name) => LATENCY_PRIORS[name]),
    (candidateLn) => latencyCoefficients(fittedLatency(candidateLn)),
  );
  return fittedLatency(lnValues);
}

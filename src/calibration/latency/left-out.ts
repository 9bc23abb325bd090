import type { MeasuredRow } from '../../catalog/measurement.ts';
import type { AcceleratorEnergyFile } from '../../catalog/method.ts';
import { fitWithout, type LeftOutFits } from '../energy/leave-out.ts';
import { rowJoules } from '../energy/row-prediction.ts';
import { groupWeights } from '../statistics/group-weights.ts';
import type { LatencyCoefficients } from './decode-step.ts';
import { fitLatency, rowMilliseconds } from './fit.ts';
import type { FittedLatency } from './parameters.ts';
import { type LatencyFile, latencyCoefficients } from './record.ts';

/** Energy and latency models that have not seen one architecture group. */
export interface UnseenFit {
  energy: AcceleratorEnergyFile;
  fitted: FittedLatency;
  latency: LatencyCoefficients;
}

/** Refits the latency model without each group, beside the energy fits that are given. */
export function leaveEachOutOfLatency(
  rows: readonly MeasuredRow[],
  energyFits: LeftOutFits,
): ReadonlyMap<string, UnseenFit> {
  return new Map(
    [...energyFits].map(([group, energy]) => {
      const fitted = fitLatency(
        rows.filter(({ architectureGroup }) => architectureGroup !== group),
        energy,
      );
      return [group, { energy, fitted, latency: latencyCoefficients(fitted) }];
    }),
  );
}

/** How far a row is from what fits without its group say of it, ln(measured / predicted). */
export interface LeftOutDeviation {
  architectureGroup: string;
  energyLn: number;
  latencyLn: number;
}

/** The deviations of all rows. Throws where a row's group has no fit. */
export function leftOutDeviations(
  rows: readonly MeasuredRow[],
  energyFits: LeftOutFits,
  unseen: ReadonlyMap<string, UnseenFit>,
): LeftOutDeviation[] {
  return rows.map((row) => {
    const energy = fitWithout(row, 'architectureGroup', energyFits);
    const fit = unseen.get(row.architectureGroup);
    if (fit === undefined) throw new RangeError(`${row.configuration}: no latency fit without it`);
    return {
      architectureGroup: row.architectureGroup,
      energyLn: Math.log(row.joulesPerOutputToken / rowJoules(row, energy)),
      latencyLn: Math.log(
        row.interTokenLatencyMilliseconds / rowMilliseconds(row, fit.latency, energy),
      ),
    };
  });
}

/**
 * How latency deviates, and how much of that goes with the energy's deviation: a regression through
 * the origin, all groups weighing the same.
 */
export function deviationStatistics(
  deviations: readonly LeftOutDeviation[],
): LatencyFile['leftOut'] {
  const weights = groupWeights(deviations.map(({ architectureGroup }) => architectureGroup));
  const weightedMean = (value: (deviation: LeftOutDeviation) => number) =>
    deviations.reduce(
      (sum, deviation, index) => sum + (weights[index] ?? 0) * value(deviation),
      0,
    ) / deviations.length;
  const energySquare = weightedMean(({ energyLn }) => energyLn ** 2);
  const timePerEnergy =
    weightedMean(({ energyLn, latencyLn }) => energyLn * latencyLn) / energySquare;
  return {
    sdLn: Math.sqrt(weightedMean(({ latencyLn }) => latencyLn ** 2)),
    timePerEnergy,
    sdLnGivenEnergy: Math.sqrt(
      weightedMean(({ energyLn, latencyLn }) => (latencyLn - timePerEnergy * energyLn) ** 2),
    ),
  };
}

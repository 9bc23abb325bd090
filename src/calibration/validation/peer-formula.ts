import type { MeasuredRow } from '../../catalog/measurement.ts';
import { JOULES_PER_WATT_HOUR } from '../../estimation/units.ts';
import { type BothWeightings, scoreBothWays } from '../statistics/scores.ts';

/** EcoLogits 0.9.1, its published regression, held against the measured rows. */
export interface PeerScores {
  /** Told the row's batch and number of accelerators. */
  atTrueConfiguration: BothWeightings;
  /** As it runs: batch 64, number of accelerators by its memory rule. */
  atItsDefaults: BothWeightings;
  rows: {
    configuration: string;
    measuredJoules: number;
    atTrueConfigurationJoules: number;
    atItsDefaultsJoules: number;
  }[];
}

/** Wh per GPU and output token = (alpha exp(beta B) A + gamma); source: EcoLogits 0.9.1 methodology. */
const ALPHA_WATT_HOURS_PER_BILLION = 1.16653e-6;
const BETA_PER_SEQUENCE = -0.0112059;
const GAMMA_WATT_HOURS = 4.05293e-5;

const DEFAULT_CONCURRENT_SEQUENCES = 64;
const DEFAULT_WEIGHT_BITS = 16;
const MEMORY_OVERHEAD = 1.2;
const MEMORY_GIGABYTES = 80;

/** EcoLogits' energy of all accelerators per output token, in J; prompts do not count in it. */
export function peerJoulesPerOutputToken(
  activeBillions: number,
  concurrentSequences: number,
  acceleratorCount: number,
): number {
  const wattHours =
    ALPHA_WATT_HOURS_PER_BILLION *
      Math.exp(BETA_PER_SEQUENCE * concurrentSequences) *
      activeBillions +
    GAMMA_WATT_HOURS;
  return JOULES_PER_WATT_HOUR * acceleratorCount * wattHours;
}

/** EcoLogits' number of accelerators: the smallest power of two with memory for 16-bit weights. */
export function peerAcceleratorCount(totalBillions: number): number {
  const gigabytes = (MEMORY_OVERHEAD * totalBillions * DEFAULT_WEIGHT_BITS) / 8;
  return 2 ** Math.ceil(Math.log2(Math.ceil(gigabytes / MEMORY_GIGABYTES)));
}

/** Scores EcoLogits' formula on the measured rows, twice. It gives no range for a known size. */
export function scorePeerFormula(rows: readonly MeasuredRow[]): PeerScores {
  const predicted = rows.map((row) => ({
    row,
    atTrueConfigurationJoules: peerJoulesPerOutputToken(
      row.activeBillions,
      row.concurrentSequences,
      row.acceleratorCount,
    ),
    atItsDefaultsJoules: peerJoulesPerOutputToken(
      row.activeBillions,
      DEFAULT_CONCURRENT_SEQUENCES,
      peerAcceleratorCount(row.totalBillions),
    ),
  }));
  const score = (joules: (prediction: (typeof predicted)[number]) => number) =>
    scoreBothWays(
      predicted.map((prediction) => ({
        architectureGroup: prediction.row.architectureGroup,
        measuredJoules: prediction.row.joulesPerOutputToken,
        predictedJoules: joules(prediction),
      })),
    );
  return {
    atTrueConfiguration: score(({ atTrueConfigurationJoules }) => atTrueConfigurationJoules),
    atItsDefaults: score(({ atItsDefaultsJoules }) => atItsDefaultsJoules),
    rows: predicted.map(({ row, ...joules }) => ({
      configuration: row.configuration,
      measuredJoules: row.joulesPerOutputToken,
      ...joules,
    })),
  };
}

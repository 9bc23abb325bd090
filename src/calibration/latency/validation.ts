import { measuredRun } from '../../catalog/measured-rows.ts';
import type { MeasuredRow } from '../../catalog/measurement.ts';
import { type Factors, methodOf } from '../../catalog/method.ts';
import { logNormalQuantile } from '../../estimation/distributions.ts';
import { at, latinHypercube, perDraw } from '../../estimation/draws.ts';
import type { ServingDistributions } from '../../estimation/method.ts';
import { RANGE_PERCENTILES } from '../../estimation/ranges.ts';
import { type SharedDraws, shareDraws } from '../../estimation/shared-draws.ts';
import { energyFromSize } from '../../estimation/sized-model.ts';
import { leaveEachOut } from '../energy/leave-out.ts';
import { meanInputPerOutputTokens, withoutOutliers } from '../energy/row-prediction.ts';
import { type BothWeightings, type ScoredPrediction, scoreBothWays } from '../statistics/scores.ts';
import {
  equalWeights,
  type LatencyModel,
  lnLatencyDraws,
  type SpeedEvidence,
  speedWeights,
} from './conditioning.ts';
import {
  deviationStatistics,
  type LeftOutDeviation,
  leaveEachOutOfLatency,
  leftOutDeviations,
  type UnseenFit,
} from './left-out.ts';
import { type LatencyFile, speedEvidence } from './record.ts';
import { ascendingOrder, weightedRangeOf } from './weighted-ranges.ts';

/** What is told of a measured row besides its architecture; batch, accelerator, count and context never are. */
export interface Told {
  quantization: 'drawn' | 'given';
  /**
   * read: the measured latency, believed as far as the latency model is right. read-as-production:
   * the same latency, believed no more than an endpoint's observed speed.
   */
  speed: 'unknown' | 'read' | 'read-as-production';
  /** one: the measured engine, by definition. drawn: as for an endpoint whose engine is not known. */
  servingStack: 'one' | 'drawn';
}

/** How the measured energies lie in the 90 % ranges of one state of knowledge. */
export interface ConditioningScore extends Told {
  figures: BothWeightings;
  /** The same over rows whose batch lies in the assumed 90 % range, as that of most endpoints should. */
  usualBatchFigures: BothWeightings;
}

/** What validation of the speed shows. Plain data: it survives JSON unchanged. */
export interface LatencyValidation {
  rows: number;
  architectureGroups: number;
  scores: ConditioningScore[];
}

/** What validation needs. */
export interface LatencyValidationData {
  measurements: readonly MeasuredRow[];
  factors: Factors;
  latency: LatencyFile;
}

/** The engine as for an endpoint, whose speed is production's; and at best, the engine known. */
const STATES: readonly Told[] = [
  { servingStack: 'drawn', quantization: 'drawn', speed: 'unknown' },
  { servingStack: 'drawn', quantization: 'given', speed: 'unknown' },
  { servingStack: 'drawn', quantization: 'drawn', speed: 'read-as-production' },
  { servingStack: 'drawn', quantization: 'given', speed: 'read-as-production' },
  { servingStack: 'one', quantization: 'given', speed: 'unknown' },
  { servingStack: 'one', quantization: 'given', speed: 'read' },
];

/**
 * Pretends of every measured row that only its architecture is known, then its latency and its
 * quantization too, and looks whether the 90 % range of J per output token still holds the measured
 * value. Energy, latency and error statistics come from fits without the row's group. Takes about
 * ten seconds. Pure.
 */
export function validateLatencyConditioning(data: LatencyValidationData): LatencyValidation {
  const rows = withoutOutliers(data.measurements);
  const energyFits = leaveEachOut(rows, data.factors.accelerator, 'architectureGroup');
  const unseen = leaveEachOutOfLatency(rows, energyFits);
  const deviations = leftOutDeviations(rows, energyFits, unseen);
  return {
    rows: rows.length,
    architectureGroups: unseen.size,
    scores: STATES.map((told) => scoreState(told, rows, data, unseen, deviations)),
  };
}

function scoreState(
  told: Told,
  rows: readonly MeasuredRow[],
  data: LatencyValidationData,
  unseen: ReadonlyMap<string, UnseenFit>,
  deviations: readonly LeftOutDeviation[],
): ConditioningScore {
  const drawn = shareDraws(latinHypercube(), methodOf(data.factors));
  const shared =
    told.servingStack === 'drawn'
      ? drawn
      : { ...drawn, servingStack: new Float64Array(drawn.count).fill(1) };
  const predictions: RangePrediction[] = [];
  for (const [group, groupRows] of Map.groupBy(rows, (row) => row.architectureGroup)) {
    const fit = unseen.get(group);
    if (fit === undefined) throw new RangeError(`${group}: no fit without it`);
    const others = deviations.filter(({ architectureGroup }) => architectureGroup !== group);
    const evidence = {
      ...speedEvidence({ ...data.latency, ...fit.fitted, leftOut: deviationStatistics(others) }),
      ...(told.speed === 'read' && { sdLn: deviationStatistics(others).sdLnGivenEnergy }),
    };
    predictions.push(...predictGroup(told, groupRows, data, { shared, fit, evidence }));
  }
  return {
    ...told,
    figures: scoreBothWays(predictions),
    usualBatchFigures: scoreBothWays(predictions.filter(({ usualBatch }) => usualBatch)),
  };
}

interface GroupContext {
  shared: SharedDraws;
  fit: UnseenFit;
  evidence: SpeedEvidence;
}

interface RangePrediction extends ScoredPrediction {
  usualBatch: boolean;
}

/** Rows of one model, format and task differ in their latency alone: the rest is computed once. */
function predictGroup(
  { quantization, speed }: Told,
  rows: readonly MeasuredRow[],
  { factors }: LatencyValidationData,
  { shared, fit, evidence }: GroupContext,
): RangePrediction[] {
  const method = methodOf({ ...factors, accelerator: fit.energy });
  const alike = Map.groupBy(rows, (row) => [row.huggingFaceId, row.weightBits, row.task].join('|'));
  return [...alike.values()].flatMap((ofModel) => {
    const [first] = ofModel;
    if (first === undefined) return [];
    const model = latencyModel(first, fit, quantization);
    const { outputJoules, inputJoules } = energyFromSize(model, shared, method);
    // Prefill is folded into output tokens, as in the measurements.
    const prefillShare = meanInputPerOutputTokens(ofModel, fit.energy);
    const values = perDraw(
      shared.count,
      (draw) => at(outputJoules, draw) + prefillShare * at(inputJoules, draw),
    );
    const order = ascendingOrder(values);
    const lnLatencies = lnLatencyDraws(model, shared, method, evidence);
    return ofModel.map((row) => {
      const weights =
        speed === 'unknown'
          ? equalWeights(shared.count)
          : speedWeights(lnLatencies, row.interTokenLatencyMilliseconds, evidence).weights;
      const { low, central, high } = weightedRangeOf({ values, weights }, order);
      return {
        architectureGroup: row.architectureGroup,
        measuredJoules: row.joulesPerOutputToken,
        predictedJoules: central,
        range: { lowJoules: low, highJoules: high },
        usualBatch: isUsualBatch(row, method.serving),
      };
    });
  });
}

function latencyModel(
  row: MeasuredRow,
  fit: UnseenFit,
  quantization: Told['quantization'],
): LatencyModel {
  const { size, architecture } = measuredRun(row, fit.energy);
  return {
    tier: 'architecture',
    active: size.activeBillions,
    total: size.totalBillions,
    mixtureOfExperts: size.mixtureOfExperts,
    architecture,
    precision:
      quantization === 'given' ? { servedBits: row.weightBits } : { releasedBits: row.weightBits },
  };
}

/** Whether a row ran a batch that the method expects of its number of accelerators. */
function isUsualBatch(
  { concurrentSequences: batch, acceleratorCount }: MeasuredRow,
  { concurrentSequences }: ServingDistributions,
): boolean {
  const { acceleratorExponent } = concurrentSequences;
  const perAccelerator = batch / acceleratorCount ** acceleratorExponent;
  return (
    perAccelerator >= logNormalQuantile(RANGE_PERCENTILES.low, concurrentSequences) &&
    perAccelerator <= logNormalQuantile(RANGE_PERCENTILES.high, concurrentSequences)
  );
}

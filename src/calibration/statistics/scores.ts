import { groupWeights } from './group-weights.ts';
import { weightedQuantile } from './weighted-quantile.ts';

/** A prediction beside its measurement, J per output token, with its 90 % range where it has one. */
export interface ScoredPrediction {
  architectureGroup: string;
  measuredJoules: number;
  predictedJoules: number;
  range?: PredictionRange | undefined;
}

/** A 90 % range, J per output token. */
export interface PredictionRange {
  lowJoules: number;
  highJoules: number;
}

/** How predictions compare with measurements. Shares are of 1; absent ranges give null. */
export interface ErrorFigures {
  rows: number;
  /** Of |predicted / measured - 1|. */
  medianRelativeErrorShare: number;
  p90RelativeErrorShare: number;
  withinFactorTwoShare: number;
  /** Measurements inside the 90 % range. */
  insideRangeShare: number | null;
  /** Median of the range's upper over its lower end. */
  medianRangeHighOverLow: number | null;
  /** Below 1 where predictions run low. */
  medianPredictedOverMeasured: number;
}

/** The same figures with every group, and with every row, counting the same. */
export interface BothWeightings {
  groupsEqual: ErrorFigures;
  rowsEqual: ErrorFigures;
}

/** Scores predictions in both weightings. Throws a RangeError where there is none. */
export function scoreBothWays(predictions: readonly ScoredPrediction[]): BothWeightings {
  return {
    groupsEqual: score(
      predictions,
      groupWeights(predictions.map(({ architectureGroup }) => architectureGroup)),
    ),
    rowsEqual: scoreRows(predictions),
  };
}

/** Scores predictions, every row counting the same. Throws a RangeError where there is none. */
export function scoreRows(predictions: readonly ScoredPrediction[]): ErrorFigures {
  return score(
    predictions,
    predictions.map(() => 1),
  );
}

const FACTOR_TWO = 2;

function score(predictions: readonly ScoredPrediction[], weights: readonly number[]): ErrorFigures {
  if (predictions.length === 0) {
    throw new RangeError('nothing to score: expected at least one prediction');
  }
  const relativeErrors = predictions.map(({ predictedJoules, measuredJoules }) =>
    Math.abs(predictedJoules / measuredJoules - 1),
  );
  const ratios = predictions.map(
    ({ predictedJoules, measuredJoules }) => predictedJoules / measuredJoules,
  );
  const ranges = predictions.flatMap(({ range }) => (range === undefined ? [] : [range]));
  const allHaveRanges = ranges.length === predictions.length;
  return {
    rows: predictions.length,
    medianRelativeErrorShare: weightedQuantile(relativeErrors, weights, 0.5),
    p90RelativeErrorShare: weightedQuantile(relativeErrors, weights, 0.9),
    withinFactorTwoShare: weightedShare(
      ratios.map((ratio) => ratio <= FACTOR_TWO && ratio >= 1 / FACTOR_TWO),
      weights,
    ),
    insideRangeShare: allHaveRanges ? weightedShare(predictions.map(isInside), weights) : null,
    medianRangeHighOverLow: allHaveRanges
      ? weightedQuantile(
          ranges.map(({ lowJoules, highJoules }) => highJoules / lowJoules),
          weights,
          0.5,
        )
      : null,
    medianPredictedOverMeasured: weightedQuantile(ratios, weights, 0.5),
  };
}

function isInside({ measuredJoules, range }: ScoredPrediction): boolean {
  return (
    range !== undefined && measuredJoules >= range.lowJoules && measuredJoules <= range.highJoules
  );
}

function weightedShare(flags: readonly boolean[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const held = flags.reduce((sum, flag, index) => sum + (flag ? (weights[index] ?? 0) : 0), 0);
  return held / total;
}

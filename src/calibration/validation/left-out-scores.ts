import type { MeasuredRow } from '../../catalog/measurement.ts';
import type { AcceleratorEnergyFile } from '../../catalog/method.ts';
import { fitWithout, type LeaveOutUnit, type LeftOutFits } from '../energy/leave-out.ts';
import { rowJoules } from '../energy/row-prediction.ts';
import {
  type BothWeightings,
  type ErrorFigures,
  type PredictionRange,
  type ScoredPrediction,
  scoreBothWays,
  scoreRows,
} from '../statistics/scores.ts';

/** How well groups (or families) are predicted by fits that have not seen them. */
export interface LeftOutScores {
  overall: BothWeightings;
  /** Per group (or family), rows counting the same. */
  each: { name: string; figures: ErrorFigures }[];
}

/** Range of a prediction: central x exp(+-t s), J per output token. */
export function formErrorRange(
  predictedJoules: number,
  sdLn: number,
  studentT90: number,
): PredictionRange {
  const factor = Math.exp(studentT90 * sdLn);
  return { lowJoules: predictedJoules / factor, highJoules: predictedJoules * factor };
}

/** A row as predicted by a coefficient file that holds its architecture's form error. */
export function scoredRow(
  row: MeasuredRow,
  file: AcceleratorEnergyFile,
): ScoredPrediction & { range: PredictionRange } {
  const predictedJoules = rowJoules(row, file);
  return {
    architectureGroup: row.architectureGroup,
    measuredJoules: row.joulesPerOutputToken,
    predictedJoules,
    range: formErrorRange(predictedJoules, file.formErrorSdLn.architecture, file.studentT90),
  };
}

/** Scores every row as predicted by the fit without its group (or family). */
export function scoreLeftOut(
  rows: readonly MeasuredRow[],
  unit: LeaveOutUnit,
  fits: LeftOutFits,
): LeftOutScores {
  const scored = rows.map((row) => ({
    name: row[unit],
    prediction: scoredRow(row, fitWithout(row, unit, fits)),
  }));
  return {
    overall: scoreBothWays(scored.map(({ prediction }) => prediction)),
    each: [...fits.keys()].map((name) => ({
      name,
      figures: scoreRows(
        scored.flatMap((entry) => (entry.name === name ? [entry.prediction] : [])),
      ),
    })),
  };
}

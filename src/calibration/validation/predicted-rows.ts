import type { AcceleratorEnergyFile } from '../../catalog/factor-files.ts';
import type { MeasuredRow } from '../../catalog/measurement.ts';
import { fitWithout, type LeaveOutUnit, type LeftOutFits } from '../energy/leave-out.ts';
import { rowJoules } from '../energy/row-prediction.ts';
import type { PredictionRange, ScoredPrediction } from '../statistics/scores.ts';

/** What of a model is left out. */
export type ArchitectureUnit = Exclude<LeaveOutUnit, 'accelerator'>;

/** The fits that predict the measured rows. */
export interface Fits {
  /** To all rows that count. */
  full: AcceleratorEnergyFile;
  /** Without each group, and without each family. */
  leftOut: Readonly<Record<ArchitectureUnit, LeftOutFits>>;
}

/** A prediction with the range of its architecture's form error. */
export type RangedPrediction = ScoredPrediction & { range: PredictionRange };

/** A measured row as each fit predicts it, told its architecture and its operating point. */
export interface PredictedRow {
  row: MeasuredRow;
  inSample: RangedPrediction;
  /** By the fit without the row's group, and by that without its family. */
  leftOut: Readonly<Record<ArchitectureUnit, RangedPrediction>>;
}

/** Predicts every row once by each fit that speaks of it. Throws where a fit is missing. */
export function predictRows(rows: readonly MeasuredRow[], { full, leftOut }: Fits): PredictedRow[] {
  const unseen = (row: MeasuredRow, unit: ArchitectureUnit) =>
    predictionOf(row, fitWithout(row, unit, leftOut[unit]));
  return rows.map((row) => ({
    row,
    inSample: predictionOf(row, full),
    leftOut: {
      architectureGroup: unseen(row, 'architectureGroup'),
      architectureFamily: unseen(row, 'architectureFamily'),
    },
  }));
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

function predictionOf(row: MeasuredRow, file: AcceleratorEnergyFile): RangedPrediction {
  const predictedJoules = rowJoules(row, file);
  return {
    architectureGroup: row.architectureGroup,
    measuredJoules: row.joulesPerOutputToken,
    predictedJoules,
    range: formErrorRange(predictedJoules, file.formErrorSdLn.architecture, file.studentT90),
  };
}

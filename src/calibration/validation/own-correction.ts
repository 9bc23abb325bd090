import type { AcceleratorEnergyFile } from '../../catalog/factor-files.ts';
import type { MeasuredRow } from '../../catalog/measurement.ts';
import { cellOf } from '../../catalog/mlenergy-run.ts';
import { measuredCorrectionLn } from '../../estimation/measured-run.ts';
import type { PredictedRow } from './predicted-rows.ts';

/** A row predicted as its model's other cells would have it. */
export interface CorrectedRow {
  row: MeasuredRow;
  predictedJoules: number;
}

/**
 * Predicts each row by the fit without its group, corrected by the model's other cells (task,
 * accelerator and count) as a model with measurements of its own is: nothing of the row's cell is
 * used. Rows of models measured in one cell alone are left out. `modelOf` says which rows are one
 * model.
 */
export function predictByOtherCells(
  rows: readonly Pick<PredictedRow, 'row' | 'leftOut'>[],
  file: AcceleratorEnergyFile,
  modelOf: (row: MeasuredRow) => string,
): CorrectedRow[] {
  const predicted = rows.map(({ row, leftOut }) => ({
    row,
    model: modelOf(row),
    cell: cellOf(row),
    ...leftOut.architectureGroup,
  }));
  const byModel = Map.groupBy(predicted, ({ model }) => model);
  return [...byModel.values()].flatMap((ofModel) => {
    const byCell = Map.groupBy(ofModel, ({ cell }) => cell);
    if (byCell.size < 2) return [];
    return [...byCell.entries()].flatMap(([heldOut, ofCell]) => {
      const others = ofModel.filter(({ cell }) => cell !== heldOut);
      const factor = Math.exp(measuredCorrectionLn(others, file.measuredCorrection));
      return ofCell.map(({ row, predictedJoules }) => ({
        row,
        predictedJoules: predictedJoules * factor,
      }));
    });
  });
}

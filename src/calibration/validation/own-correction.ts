import type { MeasuredRow } from '../../catalog/measurement.ts';
import type { AcceleratorEnergyFile } from '../../catalog/method.ts';
import { measuredCorrectionLn } from '../../estimation/measured-run.ts';
import { fitWithout, type LeftOutFits } from '../energy/leave-out.ts';
import { cellOf, rowJoules } from '../energy/row-prediction.ts';

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
  rows: readonly MeasuredRow[],
  file: AcceleratorEnergyFile,
  fits: LeftOutFits,
  modelOf: (row: MeasuredRow) => string,
): CorrectedRow[] {
  const predicted = rows.map((row) => ({
    row,
    model: modelOf(row),
    cell: cellOf(row),
    measuredJoules: row.joulesPerOutputToken,
    predictedJoules: rowJoules(row, fitWithout(row, 'architectureGroup', fits)),
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

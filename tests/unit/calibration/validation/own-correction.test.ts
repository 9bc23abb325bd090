import { describe, expect, test } from 'vitest';
import { predictByOtherCells } from '../../../../src/calibration/validation/own-correction.ts';
import { predictRows } from '../../../../src/calibration/validation/predicted-rows.ts';
import type { MeasuredRow } from '../../../../src/catalog/measurement.ts';
import { cellOf } from '../../../../src/catalog/mlenergy-run.ts';
import { readData } from '../../../../src/catalog/read-data.ts';
import { multiplied } from '../multiplied.ts';

const { measurements, factors } = readData(process.cwd());
const file = factors.accelerator;

describe('correction by a model’s other cells', () => {
  const group = 'llama3.1-70b';
  const rows = measurements.filter(({ architectureGroup }) => architectureGroup === group);
  const fits = new Map(rows.map((row) => [row.architectureFamily, file]));
  const leftOut = { architectureGroup: new Map([[group, file]]), architectureFamily: fits };
  const predict = (measured: readonly MeasuredRow[]) =>
    new Map(
      predictByOtherCells(
        predictRows(measured, { full: file, leftOut }),
        file,
        () => 'one model',
      ).map(({ row, predictedJoules }) => [row.configuration, predictedJoules]),
    );

  test('uses nothing of the cell that it predicts, and all of the others', () => {
    const cell = cellOf(rows[0]!);
    const before = predict(rows);
    const after = predict(multiplied(rows, (row) => cellOf(row) === cell));
    expect(before.size).toBe(rows.length);
    for (const row of rows) {
      const ratio = after.get(row.configuration)! / before.get(row.configuration)!;
      if (cellOf(row) === cell) expect(ratio).toBeCloseTo(1, 12);
      else expect(ratio).toBeGreaterThan(1.1);
    }
  });

  test('leaves out models that were measured in one cell alone', () => {
    const cell = cellOf(rows[0]!);
    expect(predict(rows.filter((row) => cellOf(row) === cell)).size).toBe(0);
  });
});

import { describe, expect, test } from 'vitest';
import { leaveEachOut } from '../../../src/calibration/leave-out.ts';
import { linearFit } from '../../../src/calibration/linear-fit.ts';
import { predictByOtherCells } from '../../../src/calibration/own-correction.ts';
import {
  peerAcceleratorCount,
  peerJoulesPerOutputToken,
} from '../../../src/calibration/peer-formula.ts';
import { cellOf } from '../../../src/calibration/row-prediction.ts';
import type { MeasuredRow } from '../../../src/catalog/measurement.ts';
import { readData } from '../../../src/catalog/read-data.ts';

const { measurements, factors } = readData(process.cwd());
const file = factors.accelerator;

/** The same rows with some measured energies multiplied. */
function multiplied(rows: readonly MeasuredRow[], which: (row: MeasuredRow) => boolean) {
  return rows.map((row) =>
    which(row) ? { ...row, joulesPerOutputToken: 10 * row.joulesPerOutputToken } : row,
  );
}

describe('leaving a group out', () => {
  const groups = ['qwen3-14b', 'llama3.1-8b', 'gpt-oss-20b', 'gemma3-27b'];
  const rows = measurements.filter(({ architectureGroup }) => groups.includes(architectureGroup));
  const isLlama = ({ architectureGroup }: MeasuredRow) => architectureGroup === 'llama3.1-8b';

  test('leaves no trace of its measurements in the fit, which others do leave', () => {
    const fits = leaveEachOut(rows, file, 'architectureGroup');
    const afterChange = leaveEachOut(multiplied(rows, isLlama), file, 'architectureGroup');
    expect(afterChange.get('llama3.1-8b')).toEqual(fits.get('llama3.1-8b'));
    expect(afterChange.get('qwen3-14b')).not.toEqual(fits.get('qwen3-14b'));
  });

  test('never fits known outliers', () => {
    const marked = rows.map((row, index) => ({ ...row, knownOutlier: index % 5 === 0 }));
    const spoiled = multiplied(marked, ({ knownOutlier }) => knownOutlier);
    expect(leaveEachOut(spoiled, file, 'architectureGroup')).toEqual(
      leaveEachOut(marked, file, 'architectureGroup'),
    );
  });
});

describe('correction by a model’s other cells', () => {
  const group = 'llama3.1-70b';
  const rows = measurements.filter(({ architectureGroup }) => architectureGroup === group);
  const fits = new Map([[group, file]]);
  const predict = (measured: readonly MeasuredRow[]) =>
    new Map(
      predictByOtherCells(measured, file, fits, () => 'one model').map(
        ({ row, predictedJoules }) => [row.configuration, predictedJoules],
      ),
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

describe('the linear fit', () => {
  test('finds the intercept and slopes of exact data', () => {
    const observations = [
      [1, 2],
      [2, 1],
      [3, 5],
      [4, 0],
    ].map(([a = 0, b = 0]) => ({ y: 7 + 2 * a - 3 * b, explainedBy: [a, b] }));
    const [intercept, first, second] = linearFit(observations);
    expect(intercept).toBeCloseTo(7, 6);
    expect(first).toBeCloseTo(2, 6);
    expect(second).toBeCloseTo(-3, 6);
  });
});

describe('the peer formula', () => {
  test('gives energy of all accelerators per output token', () => {
    // 3600 x 8 x (1.16653e-6 x exp(-0.0112059 x 64) x 70 + 4.05293e-5)
    expect(peerJoulesPerOutputToken(70, 64, 8)).toBeCloseTo(2.3151, 3);
  });

  test.each([
    [8, 1],
    [70, 4],
    [405, 16],
  ])('counts accelerators in powers of two: %s billion parameters need %s', (billions, count) => {
    expect(peerAcceleratorCount(billions)).toBe(count);
  });
});

import { describe, expect, test } from 'vitest';
import { leaveEachOut } from '../../../../src/calibration/energy/leave-out.ts';
import { mlEnergyPoint } from '../../../../src/calibration/energy/measured-points.ts';
import type { MeasuredRow } from '../../../../src/catalog/measurement.ts';
import { readData } from '../../../../src/catalog/read-data.ts';
import { multiplied } from '../multiplied.ts';

const { measurements, factors } = readData(process.cwd());
const file = factors.accelerator;

const leaveEachGroupOut = (rows: readonly MeasuredRow[]) =>
  leaveEachOut(rows.map(mlEnergyPoint), file, 'architectureGroup');

describe('leaving a group out', () => {
  const groups = ['qwen3-14b', 'llama3.1-8b', 'gpt-oss-20b', 'gemma3-27b'];
  const rows = measurements.filter(({ architectureGroup }) => groups.includes(architectureGroup));
  const isLlama = ({ architectureGroup }: MeasuredRow) => architectureGroup === 'llama3.1-8b';

  test('leaves no trace of its measurements in the fit, which others do leave', () => {
    const fits = leaveEachGroupOut(rows);
    const afterChange = leaveEachGroupOut(multiplied(rows, isLlama));
    expect(afterChange.get('llama3.1-8b')).toEqual(fits.get('llama3.1-8b'));
    expect(afterChange.get('qwen3-14b')).not.toEqual(fits.get('qwen3-14b'));
  });

  test('never fits known outliers', () => {
    const marked = rows.map((row, index) => ({ ...row, knownOutlier: index % 5 === 0 }));
    const spoiled = multiplied(marked, ({ knownOutlier }) => knownOutlier);
    expect(leaveEachGroupOut(spoiled)).toEqual(leaveEachGroupOut(marked));
  });
});

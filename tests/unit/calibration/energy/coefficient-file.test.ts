import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  differences,
  withCalibratedNumbers,
} from '../../../../src/calibration/energy/coefficient-file.ts';
import { ACCELERATOR_ENERGY_FILE } from '../../../../src/catalog/factor-files.ts';
import { readData } from '../../../../src/catalog/read-data.ts';

const text = readFileSync(ACCELERATOR_ENERGY_FILE, 'utf8');
const { accelerator: file } = readData(process.cwd()).factors;
const newerGenerationStaticRatio = { ...file.fitted.newerGenerationStaticRatio, value: 3.25 };
const changed = { ...file, fitted: { ...file.fitted, newerGenerationStaticRatio } };

describe('writing coefficients', () => {
  test('changes the number in full digits, and no other byte', () => {
    const rewritten = withCalibratedNumbers(text, changed);
    expect(rewritten).toContain('newerGenerationStaticRatio: { value: 3.25,');
    expect(rewritten.replace('3.25', String(file.fitted.newerGenerationStaticRatio.value))).toBe(
      text,
    );
  });

  test('says which place is missing in the file', () => {
    const without = text.replace(/^ {2}newerGenerationStaticRatio:.*\n/m, '');
    expect(() => withCalibratedNumbers(without, changed)).toThrow(
      /fitted\.newerGenerationStaticRatio\.value: missing/,
    );
  });
});

describe('comparing coefficients', () => {
  test('names the field that a fresh fit would change, with both values', () => {
    expect(differences(file, changed)).toEqual([
      {
        field: 'fitted.newerGenerationStaticRatio.value',
        inFile: file.fitted.newerGenerationStaticRatio.value,
        fitted: 3.25,
      },
    ]);
  });
});

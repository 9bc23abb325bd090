import { describe, expect, test } from 'vitest';
import {
  coefficientNumbers,
  numberDifferences,
  withNumbers,
} from '../../../src/calibration/yaml-numbers.ts';

const TEXT = `# Why this file is as it is.
fitted:
  speed: { value: 1.5, standardErrorLn: 0.1 } # a remark
  size: { value: 1e3 }
`;

function numbers(speed: number, size: number) {
  return coefficientNumbers(['speed', 'size'], {
    speed: { value: speed, standardErrorLn: 0.1 },
    size: { value: size },
  });
}

describe('numbers written into a file', () => {
  test('keep every digit, and every other byte as it was', () => {
    expect(withNumbers('file.yaml', TEXT, numbers(0.1 + 0.2, 7))).toBe(
      TEXT.replace('1.5', '0.30000000000000004').replace('1e3', '7'),
    );
  });

  test('are refused where they have no place, all of them named', () => {
    const write = () => withNumbers('file.yaml', 'fitted: { size: { value: 1 } }', numbers(1, 2));
    expect(write).toThrow('file.yaml › fitted.speed.value: missing; write any number there');
    expect(write).toThrow('file.yaml › fitted.speed.standardErrorLn: missing');
  });
});

describe('numbers compared with a fresh calibration', () => {
  test('agree where another machine rounds otherwise', () => {
    expect(numberDifferences(numbers(1.5, 0), numbers(1.5 * (1 + 1e-9), 0))).toEqual([]);
  });

  test('disagree by name, with both figures', () => {
    expect(numberDifferences(numbers(1.5, 1000), numbers(1.6, 1000))).toEqual([
      { field: 'fitted.speed.value', inFile: 1.5, fitted: 1.6 },
    ]);
  });

  test('are new where the file has none', () => {
    expect(numberDifferences([], [{ path: ['a', 'b'], value: 2 }])).toEqual([
      { field: 'a.b', inFile: undefined, fitted: 2 },
    ]);
  });
});

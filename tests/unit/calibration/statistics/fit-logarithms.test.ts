import { describe, expect, test } from 'vitest';
import { fitLogarithms } from '../../../../src/calibration/statistics/fit-logarithms.ts';
import { jackknifeStandardError } from '../../../../src/calibration/statistics/jackknife.ts';

interface Line {
  start: number;
  step: number;
}

/** Rows of y = start + step x, each multiplied. */
function rowsOf(group: string, xs: readonly number[], times = 1) {
  return xs.map((x) => ({
    group,
    measured: times * (2 + 0.5 * x),
    modelled: ({ start, step }: Line) => start + step * x,
  }));
}

function fitLine(rows: ReturnType<typeof rowsOf>, sdLn: number): Line {
  const [start = Number.NaN, step = Number.NaN] = fitLogarithms(
    rows,
    [
      { median: 1, sdLn },
      { median: 1, sdLn },
    ],
    ([lnStart = Number.NaN, lnStep = Number.NaN]) => ({
      start: Math.exp(lnStart),
      step: Math.exp(lnStep),
    }),
  );
  return { start: Math.exp(start), step: Math.exp(step) };
}

describe('a fit of logarithms', () => {
  test('finds the coefficients that made the rows where hardly anything was believed before', () => {
    const { start, step } = fitLine(rowsOf('a', [0, 1, 5, 20, 100]), 100);
    expect(start).toBeCloseTo(2, 3);
    expect(step).toBeCloseTo(0.5, 3);
  });

  test('stays at what was firmly believed', () => {
    const { start, step } = fitLine(rowsOf('a', [0, 1, 5, 20, 100]), 0.001);
    expect(start).toBeCloseTo(1, 2);
    expect(step).toBeCloseTo(1, 2);
  });

  test('gives a group the same say however many rows it has', () => {
    const few = [...rowsOf('a', [1, 100]), ...rowsOf('b', [1, 100], 3)];
    const many = [...few, ...rowsOf('b', [1, 100], 3), ...rowsOf('b', [1, 100], 3)];
    const lnMean = (line: Line) => Math.log(line.start + line.step);
    expect(lnMean(fitLine(many, 100))).toBeCloseTo(lnMean(fitLine(few, 100)), 3);
  });

  test('asks for a row', () => {
    expect(() => fitLine([], 1)).toThrow('no measured row is left to fit');
  });
});

describe('the jackknife', () => {
  test('of four left-out means of 1, 2, 3 and 4 is the standard error of their mean', () => {
    const leftOut = [3, 8 / 3, 7 / 3, 2];
    // Standard deviation of 1, 2, 3, 4 is sqrt(5/3); of their mean, half of it.
    expect(jackknifeStandardError(leftOut)).toBeCloseTo(Math.sqrt(5 / 3) / 2, 12);
  });
});

import { describe, expect, test } from 'vitest';
import { linearFit } from '../../../../src/calibration/statistics/linear-fit.ts';

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

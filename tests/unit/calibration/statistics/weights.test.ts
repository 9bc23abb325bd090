import { describe, expect, test } from 'vitest';
import { groupWeights } from '../../../../src/calibration/statistics/group-weights.ts';
import { weightedQuantile } from '../../../../src/calibration/statistics/weighted-quantile.ts';

describe('the weights of the fit', () => {
  test('are the same for every group and average 1', () => {
    const weights = groupWeights(['a', 'a', 'a', 'b']);
    expect(weights[0]! + weights[1]! + weights[2]!).toBeCloseTo(weights[3]!);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(4);
  });
});

describe('a weighted quantile', () => {
  test('goes by weight, not by count', () => {
    expect(weightedQuantile([3, 1, 2], [1, 1, 1], 0.5)).toBe(2);
    expect(weightedQuantile([3, 1, 2], [10, 1, 1], 0.5)).toBe(3);
  });

  test('of nothing is refused', () => {
    expect(() => weightedQuantile([], [], 0.5)).toThrow(/expected at least one/);
  });
});

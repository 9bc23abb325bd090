import { describe, expect, test } from 'vitest';
import { scoreBothWays } from '../../../../src/calibration/statistics/scores.ts';

/** A prediction of 1 J off by a factor, with a range of a factor of 1.5 either way. */
function off(architectureGroup: string, factor: number) {
  return {
    architectureGroup,
    measuredJoules: 1,
    predictedJoules: factor,
    range: { lowJoules: factor / 1.5, highJoules: factor * 1.5 },
  };
}

describe('scores', () => {
  test('give a small group the same say as a large one, or every row the same say', () => {
    const scores = scoreBothWays([
      off('large', 1.1),
      off('large', 1.1),
      off('large', 1.1),
      off('small', 3),
    ]);
    expect(scores.rowsEqual.withinFactorTwoShare).toBeCloseTo(0.75);
    expect(scores.groupsEqual.withinFactorTwoShare).toBeCloseTo(0.5);
    expect(scores.rowsEqual.insideRangeShare).toBeCloseTo(0.75);
    expect(scores.groupsEqual.insideRangeShare).toBeCloseTo(0.5);
    expect(scores.rowsEqual.p90RelativeErrorShare).toBeCloseTo(2);
  });

  test('count half and double as within a factor of two, and nothing beyond', () => {
    const { rowsEqual } = scoreBothWays([
      off('a', 0.5),
      off('a', 2),
      off('a', 2.01),
      off('a', 0.49),
    ]);
    expect(rowsEqual.withinFactorTwoShare).toBe(0.5);
  });

  test('say whether predictions run low', () => {
    expect(scoreBothWays([off('a', 0.8)]).rowsEqual.medianPredictedOverMeasured).toBe(0.8);
  });

  test('claim no coverage for predictions without a range', () => {
    const { range: _, ...bare } = off('a', 1);
    const { rowsEqual } = scoreBothWays([off('a', 1), bare]);
    expect(rowsEqual.insideRangeShare).toBeNull();
    expect(rowsEqual.medianRangeHighOverLow).toBeNull();
  });

  test('refuse to score nothing', () => {
    expect(() => scoreBothWays([])).toThrow(/expected at least one prediction/);
  });
});

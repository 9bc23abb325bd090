import { describe, expect, test } from 'vitest';
import {
  effectiveDrawCount,
  mixtureOf,
  weightedRangeOf,
} from '../../../../src/calibration/latency/weighted-ranges.ts';
import { latinHypercube } from '../../../../src/estimation/draws.ts';
import { rangeOf } from '../../../../src/estimation/ranges.ts';

describe('a weighted range', () => {
  const values = Float64Array.from(latinHypercube().concurrentSequences, (u) => Math.exp(4 * u));
  const ones = new Float64Array(values.length).fill(1);

  test('with equal weights is the plain range', () => {
    const plain = rangeOf(values);
    const weighted = weightedRangeOf({ values, weights: ones });
    for (const end of ['low', 'central', 'high'] as const) {
      expect(weighted[end] / plain[end]).toBeCloseTo(1, 2);
    }
  });

  test('does not see draws without weight, in whatever order they come', () => {
    const range = weightedRangeOf({
      values: Float64Array.of(1000, 3, 0.001, 3, 3),
      weights: Float64Array.of(0, 1, 0, 2, 1),
    });
    expect(range).toEqual({ low: 3, central: 3, high: 3 });
  });

  test('does not change when a draw of double weight is written twice', () => {
    const once = weightedRangeOf({
      values: Float64Array.of(1, 2, 3),
      weights: Float64Array.of(1, 2, 1),
    });
    const twice = weightedRangeOf({
      values: Float64Array.of(1, 2, 2, 3),
      weights: Float64Array.of(1, 1, 1, 1),
    });
    expect(once.central).toBe(twice.central);
  });

  test('of a mixture lies between those of its parts', () => {
    const part = (factor: number) => ({ values: values.map((v) => v * factor), weights: ones });
    const low = weightedRangeOf(part(1)).central;
    const high = weightedRangeOf(part(4)).central;
    const mixed = weightedRangeOf(mixtureOf([part(1), part(4)])).central;
    expect(mixed).toBeGreaterThan(low);
    expect(mixed).toBeLessThan(high);
  });

  test('is refused where no draw has weight', () => {
    expect(() => weightedRangeOf({ values, weights: new Float64Array(values.length) })).toThrow(
      'no draw has any weight',
    );
  });

  test('rests on as many draws as its weights are worth', () => {
    expect(effectiveDrawCount(ones)).toBe(values.length);
    expect(effectiveDrawCount(Float64Array.of(0, 5, 0))).toBe(1);
    expect(effectiveDrawCount(new Float64Array(3))).toBe(0);
  });
});

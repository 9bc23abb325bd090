import fc from 'fast-check';
import { quantileSorted } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { normalQuantile, triangularQuantile } from '../../../src/estimation/distributions.ts';
import { inverseOf, rangeOf } from '../../../src/estimation/ranges.ts';

/** Type 7 by sorting: the definition that the selection has to meet. */
function bySorting(draws: Float64Array, share: number): number {
  const sorted = draws.toSorted();
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const lower = sorted[below]!;
  return lower + (position - below) * ((sorted[below + 1] ?? lower) - lower);
}

const drawsOf = (minLength: number) =>
  fc
    .array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength, maxLength: 300 })
    .map((values) => Float64Array.from(values));

describe('a range', () => {
  test('is the 5th, 50th and 95th percentile, as sorting would find them', () => {
    fc.assert(
      fc.property(drawsOf(1), (draws) => {
        const { low, central, high } = rangeOf(draws);
        expect(low).toBe(bySorting(draws, 0.05));
        expect(central).toBe(bySorting(draws, 0.5));
        expect(high).toBe(bySorting(draws, 0.95));
      }),
    );
  });

  test('never has its low above its central value, nor that above its high', () => {
    fc.assert(
      fc.property(drawsOf(1), (draws) => {
        const { low, central, high } = rangeOf(draws);
        expect(low).toBeLessThanOrEqual(central);
        expect(central).toBeLessThanOrEqual(high);
      }),
    );
  });

  test('of one over a quantity is that of its inverses, its middle half too', () => {
    // So many that each percentile is one of them.
    const draws = Float64Array.from({ length: 41 }, (_, k) => 1.3 ** k);
    const { middleHalf, ...ends } = inverseOf(rangeOf(draws));
    const expected = rangeOf(draws.map((value) => 1 / value));
    for (const end of ['low', 'central', 'high'] as const) {
      expect(ends[end] / expected[end]).toBeCloseTo(1, 9);
    }
    for (const end of ['low', 'high'] as const) {
      expect(middleHalf![end] / expected.middleHalf![end]).toBeCloseTo(1, 9);
    }
  });

  test('leaves the draws in their order', () => {
    const draws = Float64Array.of(3, 1, 2);
    rangeOf(draws);
    expect([...draws]).toEqual([3, 1, 2]);
  });

  test('has the median that a statistics library finds', () => {
    const draws = Float64Array.from({ length: 4097 }, (_, k) => Math.sin(k) ** 2);
    expect(rangeOf(draws).central).toBeCloseTo(quantileSorted([...draws.toSorted()], 0.5), 12);
  });
});

describe('quantiles', () => {
  test.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.05, -1.6448536269514722],
    [0.999, 3.090232306167813],
    [1e-10, -6.361340902404056],
    [1e-20, -9.262340089798409],
  ])('the normal quantile of %d is %d', (u, z) => {
    expect(normalQuantile(u)).toBeCloseTo(z, 13);
  });

  test('the triangular quantile ends at low and high, and parts its mass at the mode', () => {
    const shape = { low: 1, central: 2, high: 5 };
    expect(triangularQuantile(0, shape)).toBe(1);
    expect(triangularQuantile(0.25, shape)).toBeCloseTo(2, 12);
    expect(triangularQuantile(1, shape)).toBe(5);
  });

  test('a triangle without width is its point', () => {
    expect(triangularQuantile(0.3, { low: 2, central: 2, high: 2 })).toBe(2);
  });
});

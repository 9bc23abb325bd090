import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boundsText,
  columnPriceText,
  countText,
  modelsText,
  percentText,
  priceText,
  quantityText,
  rangeText,
  wholePercentText,
} from '../../../src/text/numbers.ts';
import { axisFor, histogramOn, positionOn, ticksOf } from '../../../src/ui/chart/log-axis.ts';

describe('a number on a page', () => {
  test.each([
    [0.00634, '0.0063'],
    [0.1, '0.10'],
    [1, '1.0'],
    [57.3, '57'],
    [1234, '1200'],
    [12_345, '12\u202f000'],
    // Published as 1.25 and 0.205, which nobody reads as 1.2 and 0.20.
    [1.249_58, '1.3'],
    [0.204_97, '0.21'],
    [1.249_4, '1.2'],
  ])('%d reads %s: two significant digits', (value, text) => {
    expect(quantityText(value)).toBe(text);
  });

  test.each([
    [quantityText(0), '0'],
    [priceText(1e-9), '0.000000001'],
    [priceText(0.0000012), '0.0000012'],
    [columnPriceText(0), '0.00'],
    [percentText(0), '0\u00a0%'],
    [percentText(0.0004), '<\u00a00.1\u00a0%'],
    [percentText(0.9995), '>\u00a099\u00a0%'],
    [percentText(1), '100\u00a0%'],
    [wholePercentText(0.004), '<\u00a01\u00a0%'],
    [wholePercentText(0.996), '>\u00a099\u00a0%'],
    [boundsText({ low: 0.001, central: 0.4, high: 1.204 }), '0.40 (0.001–1.20)'],
  ])('%s is %s: little is never nothing, and nearly all is not all', (text, expected) => {
    expect(text).toBe(expected);
  });

  test.each([
    percentText(0.0004),
    percentText(0.057),
    percentText(0.9995),
    wholePercentText(0.004),
    wholePercentText(0.334),
    wholePercentText(0.996),
    quantityText(12_345),
  ])('%s stands on one line', (text) => {
    expect(text).not.toMatch(/[^\S\u00a0\u202f]/);
  });

  test('may have one digit, as the error of a total has', () => {
    expect(quantityText(23_400, 1)).toBe('20\u202f000');
    expect(quantityText(0.1437, 1)).toBe('0.1');
  });

  test('has its range beside it, joined by a dash', () => {
    expect(rangeText({ low: 0.028, high: 0.41 })).toBe('0.028–0.41');
  });

  test('separates thousands by a thin space, which no locale reads as a decimal mark', () => {
    expect(countText(131072)).toBe('131\u202f072');
  });

  test.each([
    [0.2, '0.20'],
    [15, '15.00'],
    [0.075, '0.075'],
    [12.5, '12.50'],
    [0.0375, '0.0375'],
    [0.1, '0.10'],
    [4.395, '4.395'],
  ])('a list price of %d reads %s, exactly', (value, text) => {
    expect(priceText(value)).toBe(text);
  });

  test.each([
    [0.201, '0.20'],
    [0.0375, '0.038'],
    [600, '600.00'],
  ])('a price of %d in a column reads %s', (value, text) => {
    expect(columnPriceText(value)).toBe(text);
  });

  test.each([
    [0.005, '1\u00a0%'],
    [0.334, '33\u00a0%'],
    [1, '100\u00a0%'],
  ])('a rough share of %d reads %s', (share, text) => {
    expect(wholePercentText(share)).toBe(text);
  });

  test('a tiny share is not called 0 %', () => {
    expect(percentText(0.0002)).toBe('<\u00a00.1\u00a0%');
    expect(percentText(0.001)).toBe('0.10\u00a0%');
    expect(percentText(0.0567)).toBe('5.7\u00a0%');
  });
});

describe('the axis', () => {
  const positive = fc.double({ min: 1e-5, max: 1e4, noNaN: true });

  test('holds every range within round ends', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(positive, positive), { minLength: 1 }), (pairs) => {
        const ranges = pairs.map(([a, b]) => ({
          low: Math.min(a, b),
          high: Math.max(a, b) * 1.01,
        }));
        const axis = axisFor(ranges);
        for (const { low, high } of ranges) {
          expect(axis.low).toBeLessThanOrEqual(low);
          expect(axis.high).toBeGreaterThanOrEqual(high);
        }
      }),
    );
  });

  test('spaces decades evenly', () => {
    const axis = { low: 0.01, high: 100 };
    expect(positionOn(axis, 0.01)).toBe(0);
    expect(positionOn(axis, 1)).toBeCloseTo(50, 10);
    expect(positionOn(axis, 100)).toBe(100);
  });

  test('labels decades on a long axis, one, two and five on a short one, every second or third on a very long one', () => {
    const labels = (low: number, high: number) =>
      ticksOf({ low, high }).flatMap(({ label }) => label ?? []);
    expect(labels(0.004, 20)).toEqual(['0.01', '0.1', '1', '10']);
    expect(labels(0.02, 1)).toEqual(['0.02', '0.05', '0.1', '0.2', '0.5', '1']);
    expect(labels(1e-4, 2e6)).toEqual(['0.0001', '0.01', '1', '100', '10k', '1M']);
    expect(labels(1e-6, 4e6)).toEqual(['0.000001', '0.001', '1', '1000', '1M']);
  });

  test('counts every value once in its histogram', () => {
    const counts = histogramOn({ low: 1, high: 100 }, [1, 9.9, 10, 100], 2);
    expect(counts).toEqual([2, 2]);
  });
});

test.each([
  [1, '1 model'],
  [0, '0 models'],
  [402, '402 models'],
])('%i are %s', (count, text) => {
  expect(modelsText(count)).toBe(text);
});

test('an axis of one round value has a length', () => {
  expect(positionOn(axisFor([{ low: 1, high: 1 }]), 1)).toBe(0);
});

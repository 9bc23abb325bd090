import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ForeignTokenPrice } from '../../../src/openrouter/prices.ts';

describe('a price in USD per token becomes USD per million tokens', () => {
  test.each([
    ['0.0000001', 0.1],
    ['0.00000015', 0.15],
    ['0.0000000208333333333333', 0.0208333333333],
    ['0', 0],
    ['1e-7', 0.1],
    ['2.5E-06', 2.5],
    ['.000001', 1],
    [' 0.000003 ', 3],
    [0.0000001, 0.1],
    [0.00000029, 0.29],
    [0, 0],
  ])('%j is %d', (price, expected) => {
    expect(ForeignTokenPrice.parse(price)).toBe(expected);
  });

  test.each(['-1', -1, '-1.0', '', null, undefined])('%j is no price', (price) => {
    expect(ForeignTokenPrice.parse(price)).toBeUndefined();
  });

  test.each(['-0.1', 'free', '0x10', 'Infinity', '1e400', 'NaN', '1,5', true, {}, [1]])(
    '%j is refused',
    (price) => {
      expect(ForeignTokenPrice.safeParse(price).error?.issues[0]?.message).toContain(
        'expected USD per token',
      );
    },
  );

  test('exactly, for every price in steps of a billionth of a dollar, as text or number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (billionths) => {
        const digits = String(billionths).padStart(10, '0');
        const text = `${digits.slice(0, -9)}.${digits.slice(-9)}`;
        const expected = Number(`${digits.slice(0, -3)}.${digits.slice(-3)}`);
        expect(ForeignTokenPrice.parse(text)).toBe(expected);
        expect(ForeignTokenPrice.parse(Number(text))).toBe(expected);
      }),
    );
  });
});

describe('a price that nobody asks', () => {
  test.each(['1e-30', '10', 1e10])('is refused: %s USD per token', (price) => {
    expect(ForeignTokenPrice.safeParse(price).success).toBe(false);
  });
});

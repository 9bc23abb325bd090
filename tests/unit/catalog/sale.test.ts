import { describe, expect, test } from 'vitest';
import { discountOf, pricesBeforeDiscount } from '../../../src/catalog/sale.ts';
import { ForeignEndpoint, ForeignModel } from '../../../src/openrouter/foreign.ts';
import { translateEndpoint } from '../../../src/openrouter/translate-endpoint.ts';
import { translateModel } from '../../../src/openrouter/translate-model.ts';
import { foreignEndpoint, foreignModel } from '../openrouter/fake-openrouter.ts';

const pricing = (discount: unknown) => ({ prompt: '0.000001', completion: '0.000003', discount });
const SALE = { inputUsdPerMillionTokens: 1, outputUsdPerMillionTokens: 3 };

function read(discount: unknown) {
  const told: string[] = [];
  const drop = (field: string) => void told.push(field);
  const changes = { pricing: pricing(discount) };
  const model = translateModel(
    ForeignModel.parse(foreignModel('a/b', changes)),
    '2026-11-20',
    drop,
  );
  const endpoint = translateEndpoint(ForeignEndpoint.parse(foreignEndpoint('x', changes)), drop);
  return { discounts: [model.discount, endpoint.discount], told };
}

function discountAmong(...discounts: (number | undefined)[]) {
  const places = discounts.map((discount, at) => ({
    host: 'H',
    tag: `h/${at}`,
    prices: SALE,
    discount,
  }));
  const models = [{ id: 'a/b', retrieved: '2026-11-20', endpoints: places }];
  return discountOf({ id: 'a/b', prices: SALE }, { endpoints: { source: 'a test', models } });
}

describe('a sale price', () => {
  test('is read of an entry and of an endpoint; 0 and nothing are no sale', () => {
    expect(read(0.5)).toEqual({ discounts: [0.5, 0.5], told: [] });
    for (const none of [0, undefined, null]) {
      expect(read(none)).toEqual({ discounts: [undefined, undefined], told: [] });
    }
  });

  test.each([1, -0.1, 50, '50 %'])('out of bounds is told, not guessed: %s', (discount) => {
    expect(read(discount)).toEqual({
      discounts: [undefined, undefined],
      told: ['pricing.discount', 'pricing.discount'],
    });
  });

  test('is undone before it is evidence: half price is the price of its twin at full price', () => {
    expect(pricesBeforeDiscount(SALE, discountAmong(0.5))).toMatchObject({
      inputUsdPerMillionTokens: 2,
      outputUsdPerMillionTokens: 6,
    });
    expect(pricesBeforeDiscount(SALE, 0)).toBe(SALE);
  });

  test('is no sale where another endpoint asks as much at full price', () => {
    expect(discountAmong(0.5, undefined)).toBe(0);
    expect(discountAmong(0.5, 0.2)).toBe(0.2);
    expect(discountAmong()).toBe(0);
  });
});

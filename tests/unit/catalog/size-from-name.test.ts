import { describe, expect, test } from 'vitest';
import { sizeRange } from '../../../src/catalog/checks/size-range.ts';
import { readData } from '../../../src/catalog/read-data.ts';
import { sizeFromName } from '../../../src/catalog/size-from-name.ts';

const sizes = (slug: string, linked = true) => {
  const { totalBillions, activeBillions, mixtureOfExperts, how } = sizeFromName(slug, linked) ?? {};
  return { totalBillions, activeBillions, mixtureOfExperts, how };
};

describe('the size in a name', () => {
  test.each([
    ['llama-5-70b', 70, 70, undefined],
    ['wren-30b-a3b-it', 30, 3, undefined],
    ['wren_30b_a3b', 30, 3, undefined],
    ['ling-2.5-1t', 1000, 1000, undefined],
    ['siskin-8x7b-a13b', { low: 42, high: 56 }, { low: 11.3, high: 14.9 }, true],
    ['siskin-8x7b', { low: 42, high: 56 }, { low: 7, high: 15.4 }, true],
    ['gemma-5n-e4b-it', { low: 4, high: 12 }, { low: 3.48, high: 4.6 }, false],
  ])('of a repository is read as it stands: %s', (slug, totalBillions, activeBillions, mixture) => {
    expect(sizes(slug)).toEqual({
      totalBillions,
      activeBillions,
      mixtureOfExperts: mixture,
      how: 'name',
    });
  });

  test('of a model without a repository has bounds as wide as names round', () => {
    expect(sizes('wren-30b-a3b', false)).toEqual({
      totalBillions: { low: 26.1, high: 34.5 },
      activeBillions: { low: 2.61, high: 3.45 },
      mixtureOfExperts: true,
      how: 'name',
    });
    expect(sizes('wren-70b', false).mixtureOfExperts).toBeUndefined();
  });

  test.each([
    'gpt-9',
    'm-0b',
    'm-0.0000001b',
    'm-99999999999999999999b',
    'm-500000b-a1b',
    'm-3b-a30b',
    'r1-70b-from-671b',
    'm-1x7b',
    'm-8x7b-8x22b',
    'm-8x7b-70b',
    'm-e4b-70b',
    'm-8x7b-a3b',
    'm-8x7b-a60b',
    'm-8x9999b',
    'm-16b-moe',
    'm-17b-128e-instruct',
    'm-120b-12a',
    'constructor',
  ])('is none where it could mean something else, or cannot be one: %s', (slug) => {
    expect(sizeFromName(slug, true)).toBeUndefined();
    expect(sizeFromName(slug, false)).toBeUndefined();
  });

  test('agrees with what is recorded of models with such names', () => {
    const data = readData(process.cwd());
    const compared = [...data.makers.values()].flatMap(({ models }) =>
      Object.entries(models).flatMap(([slug, { parameters }]) => {
        const named = sizeFromName(slug, false);
        const differs = /\bname/i.test(parameters?.note ?? '');
        return parameters === undefined || named === undefined || differs
          ? []
          : [{ named, parameters, slug }];
      }),
    );
    expect(compared.length).toBeGreaterThan(50);
    for (const { named, parameters, slug } of compared) {
      const [found, recorded] = [named, parameters].map((one) => sizeRange(one.totalBillions));
      expect(found!.low, slug).toBeLessThanOrEqual(recorded!.high);
      expect(found!.high, slug).toBeGreaterThanOrEqual(recorded!.low);
    }
  });
});

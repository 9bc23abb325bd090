import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  indexPagePath,
  indexPages,
  ROWS_A_PAGE,
} from '../../../src/components/index-table/index-pages.ts';

/** A model of a made-up list. */
function emitting(grams: number, shortName: string) {
  const gramsCO2e = { low: grams / 2, central: grams, high: grams * 2 };
  const range = { low: 1, central: 1, high: 1 };
  return {
    shortName,
    perThousandOutputTokens: {
      gramsCO2e,
      wattHours: range,
      millilitresWater: range,
      acceleratorJoulesPerToken: range,
    },
  };
}

const lists = fc
  .array(fc.integer({ min: 1, max: 9 }), { maxLength: 40 })
  .map((all) => all.map((grams, index) => emitting(grams, `model ${index}`)));

describe('the pages of the index', () => {
  test('hold every model once, none more than a page can hold, the lowest median first', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 12 }), (models, rowsAPage) => {
        const pages = indexPages(models, rowsAPage);
        const all = pages.flat();
        expect(new Set(all)).toEqual(new Set(models));
        expect(all).toHaveLength(models.length);
        expect(pages.every(({ length }) => length > 0 && length <= rowsAPage)).toBe(true);
        const medians = all.map((model) => model.perThousandOutputTokens.gramsCO2e.central);
        expect(medians).toEqual(medians.toSorted((a, b) => a - b));
      }),
    );
  });

  test('are one, the index itself, as long as it can hold all models', () => {
    const list = (length: number) =>
      Array.from({ length }, (_, index) => emitting(1 + index, `model ${index}`));
    expect(indexPages(list(ROWS_A_PAGE))).toHaveLength(1);
    expect(indexPages(list(ROWS_A_PAGE + 1)).map(({ length }) => length)).toEqual([ROWS_A_PAGE, 1]);
  });

  test('have names in the order of what they are called', () => {
    const models = [emitting(2, '70B'), emitting(2.00001, '9B'), emitting(1, 'last')];
    expect(indexPages(models).flatMap((page) => page.map(({ shortName }) => shortName))).toEqual([
      'last',
      '9B',
      '70B',
    ]);
  });

  test('have paths of their own, of which the first is that of the index', () => {
    expect([0, 1, 2].map(indexPagePath)).toEqual(['/', '/all/2/', '/all/3/']);
  });
});

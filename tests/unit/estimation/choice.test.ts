import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseLowest, MOST_CHOSEN } from '../../../src/estimation/choice.ts';
import { shareAmongLowest, typicalDraws } from '../../../src/estimation/comparison.ts';
import { emissionClasses } from '../../../src/estimation/emission-class.ts';

const column = (...grams: number[]) => Float64Array.from(grams);
const columns = fc
  .array(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 20, maxLength: 20 }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((all) => all.map((grams) => column(...grams)));

describe('being among the lowest', () => {
  test('is counted draw by draw, equal ones together', () => {
    const three = [column(1, 5, 2, 2), column(2, 1, 2, 3), column(3, 3, 2, 1)];
    expect(shareAmongLowest(three, 1)).toEqual([0.5, 0.5, 0.5]);
    expect(shareAmongLowest(three, 2)).toEqual([0.75, 0.75, 0.75]);
    expect(shareAmongLowest(three, 9)).toEqual([1, 1, 1]);
  });

  test('is what trying each model against each other one gives', () => {
    fc.assert(
      fc.property(columns, fc.integer({ min: 1, max: 4 }), (all, places) => {
        const tried = all.map((own) => {
          const among = own.filter(
            (grams, draw) => all.filter((other) => other[draw]! < grams).length < places,
          );
          return among.length / own.length;
        });
        expect(shareAmongLowest(all, places)).toEqual(tried);
      }),
    );
  });
});

test('the typical model is the median of all at each draw', () => {
  expect(typicalDraws([column(1, 9), column(2, 5), column(30, 1)])).toEqual(column(2, 5));
  expect(typicalDraws([column(1, 9), column(3, 5)])).toEqual(column(2, 7));
});

describe('classes', () => {
  test('begin where a model is told from the first of the class before it, in eight of ten draws', () => {
    const first = column(1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    const nearly = column(0.5, 0.5, 0.5, 2, 2, 2, 2, 2, 2, 2);
    const told = column(0.5, 0.5, 3, 3, 3, 3, 3, 3, 3, 3);
    expect(emissionClasses([told, first, nearly])).toEqual([
      { place: 2, of: 2, others: 0 },
      { place: 1, of: 2, others: 1 },
      { place: 1, of: 2, others: 1 },
    ]);
  });

  test('hold every model once, in the order of medians, whatever the order they are given in', () => {
    fc.assert(
      fc.property(columns, (all) => {
        const classes = emissionClasses(all);
        const sizes = Map.groupBy(classes, ({ place }) => place);
        for (const { place, of, others } of classes) {
          expect(sizes.get(place)).toHaveLength(others + 1);
          expect(of).toBe(sizes.size);
        }
      }),
    );
  });
});

describe('a choice', () => {
  test('is the model most often among the lowest, not the one that is least known', () => {
    const known = column(2, 2, 2, 2, 2, 2, 2, 2, 2, 2);
    const unknown = column(1, 1, 1, 1, 90, 90, 90, 90, 90, 90);
    const others = [3, 4, 5, 6].map((grams) => known.map((two) => (two * grams) / 2));
    const choice = chooseLowest([unknown, known, ...others]);
    expect(choice?.places).toBe(3);
    expect(choice?.chosen[0]).toMatchObject({ candidate: 1, amongLowest: 1 });
    expect(choice?.chosen).toHaveLength(MOST_CHOSEN);
  });

  test('is held against the model that emits most, or the one in use', () => {
    const [low, high, inUse] = [column(1, 1), column(8, 8), column(4, 4)];
    const choice = chooseLowest([high, low]);
    expect(choice?.places).toBe(1);
    expect(choice?.highest).toMatchObject({ candidate: 0, against: { ratio: { central: 1 } } });
    expect(choice?.chosen[0]?.against).toMatchObject({
      probabilityLess: 1,
      ratio: { central: 1 / 8 },
    });
    expect(chooseLowest([high, low], inUse)?.chosen[0]?.against.ratio.central).toBe(1 / 4);
    expect(chooseLowest([], inUse)).toBeUndefined();
  });
});

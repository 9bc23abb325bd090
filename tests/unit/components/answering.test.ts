import { describe, expect, test } from 'vitest';
import { lowerAlternatives } from '../../../src/components/model-page/lower-alternatives.ts';
import { outputDraws } from '../../../src/components/model-page/neighbours.ts';
import { probabilityLess } from '../../../src/estimation/comparison.ts';
import { MOST_OFFERED, OFFERED_FROM } from '../../../src/library/quality-level.ts';
import { currentRelease, currentUsage } from '../../../src/release/current.ts';
import { landmarksOf } from '../../../src/release/landmarks.ts';
import { classText } from '../../../src/text/emission-class.ts';
import { widthIfKnown, widthSentence } from '../../../src/text/uncertain-inputs.ts';
import { madeUpModel, madeUpRange } from '../release/made-up-model.ts';

const { release } = currentRelease();
const { models } = release;
const scoreOf = ({ listed }: (typeof models)[number]) => listed.artificialAnalysis?.intelligence;

describe('lower alternatives', () => {
  const rated = models.filter((model) => scoreOf(model) !== undefined);

  test('score at least as much, emit less in 60 of 100 cases or more, the surest first', () => {
    for (const model of rated.filter((_, index) => index % 20 === 0)) {
      const alternatives = lowerAlternatives(model, models) ?? [];
      const sure = alternatives.map(({ comparison }) => comparison.probabilityMore);
      expect(sure).toEqual(sure.toSorted((a, b) => b - a));
      for (const { quality, comparison, model: other } of alternatives) {
        expect(quality).toBeGreaterThanOrEqual(scoreOf(model)!);
        expect(comparison.probabilityMore).toBeGreaterThanOrEqual(0.6);
        expect(other.id).not.toBe(model.id);
      }
    }
  });

  test('are those that trying every model finds', () => {
    for (const model of rated.filter((_, index) => index % 50 === 0)) {
      const own = outputDraws(model);
      const tried = models
        .filter(
          ({ input, soldAs }) => input.drawnAs !== model.input.drawnAs && soldAs === undefined,
        )
        .filter((other) => (scoreOf(other) ?? -1) >= scoreOf(model)!)
        .map((other) => ({ id: other.id, less: probabilityLess(outputDraws(other), own) }))
        .filter(({ less }) => less >= OFFERED_FROM)
        .toSorted((a, b) => b.less - a.less)
        .slice(0, MOST_OFFERED);
      const alternatives = lowerAlternatives(model, models) ?? [];
      expect(
        alternatives.map(({ model: { id }, comparison }) => ({
          id,
          less: comparison.probabilityMore,
        })),
      ).toEqual(tried);
    }
  });

  test('are not looked for where nobody has scored the model', () => {
    const unrated = models.find((model) => scoreOf(model) === undefined);
    if (unrated !== undefined) expect(lowerAlternatives(unrated, models)).toBeUndefined();
  });
});

test('knowing an unknown takes its share of the variance out of the width', () => {
  expect(widthIfKnown({ low: 1, high: 100 }, 0.75)).toBeCloseTo(10, 9);
  expect(widthIfKnown({ low: 2, high: 16 }, 0)).toBe(8);
  expect(widthIfKnown({ low: 2, high: 16 }, 1.01)).toBe(1);
});

test('how wide a range is now is said as high over low', () => {
  expect(widthSentence({ low: 2, high: 16 })).toContain('about 8.0 times its low end');
});

test('landmarks are a lower, a middle and a higher model, each the one of its third that is used most', () => {
  const { perThousandOutputTokens } = madeUpModel();
  const nine = Array.from({ length: 9 }, (_, at) =>
    madeUpModel({
      id: `maker/${at}`,
      perThousandOutputTokens: { ...perThousandOutputTokens, gramsCO2e: madeUpRange(at + 1) },
    }),
  );
  const used = nine.map((model, at) => ({
    model,
    tokens: { promptTokens: [2, 9, 1, 5, 4, 6, 7, 3, 8][at]!, completionTokens: 0, requests: 1 },
  }));
  const landmarks = landmarksOf(
    { ...release, models: nine.toReversed() },
    { ...currentUsage(), used },
  );
  expect(landmarks.map(({ id }) => id)).toEqual(['maker/1', 'maker/5', 'maker/8']);
});

test('a class is said with who shares it', () => {
  expect(classText({ place: 6, of: 13, others: 36 })).toBe('class 6 of 13, with 36 others');
  expect(classText({ place: 1, of: 13, others: 1 })).toBe('class 1 of 13, with 1 other');
  expect(classText({ place: 13, of: 13, others: 0 })).toBe('class 13 of 13, alone');
});

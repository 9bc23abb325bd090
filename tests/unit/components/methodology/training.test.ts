import { describe, expect, test } from 'vitest';
import { trainedModelsExist } from '../../../../src/catalog/checks/training-models.ts';
import type { TrainingStatement } from '../../../../src/catalog/training-statement.ts';
import { tokensOfTraining } from '../../../../src/components/methodology/training/tokens-of-training.ts';
import { data } from '../../estimation/method-under-test.ts';

const stated: TrainingStatement = {
  what: 'A model',
  maker: 'Maker',
  models: ['maker/model'],
  tonnesCO2e: 1000,
  counts: 'final-runs',
  statedBy: 'maker',
  accounting: 'location-based',
  how: 'read',
  sources: ['card'],
  note: 'Final run.',
};
const released = [
  {
    id: 'maker/model',
    shortName: 'Model',
    perThousandOutputTokens: { gramsCO2e: { low: 0.1, central: 1, high: 2 } },
  },
];

describe('training beside inference', () => {
  test('is equalled by tonnes over grams per token, the range turned around', () => {
    // 1000 t are a billion grams; at 1 g per 1000 tokens that is 1000 billion tokens.
    expect(tokensOfTraining(stated, released)?.billions).toEqual({
      low: 500,
      central: 1000,
      high: 10_000,
    });
  });

  test.each([
    ['a figure that nobody can believe', { doubt: 'too low' }],
    ['a figure that holds use as well', { counts: 'training-and-use' }],
    ['a market-based figure', { accounting: 'market-based' }],
    ['two figures that disagree', { tonnesCO2e: { low: 1, high: 2 } }],
    ['one figure for several models', { models: ['maker/model', 'maker/other'] }],
  ] as const)('has no such number for %s', (_what, more) => {
    const models = 'models' in more ? [...more.models] : stated.models;
    expect(tokensOfTraining({ ...stated, ...more, models }, released)).toBeUndefined();
  });

  test('names only models that exist', () => {
    expect(trainedModelsExist(data)).toEqual([]);
    const training = { statements: { made: { ...stated, models: ['maker/made-up'] } } };
    expect(trainedModelsExist({ ...data, training })).toMatchObject([
      { file: 'data/training/statements.yaml', record: 'made', field: 'models' },
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { listedWithTheirRuns, runsFitTheirModels } from '../../../src/catalog/checks/model-runs.ts';
import { readTraining } from '../../../src/catalog/read-training.ts';
import { makersWith } from './example-data.ts';

const { data: training } = readTraining('.');
const [row] = training?.runs ?? [];
if (training === undefined || row === undefined) throw new Error('data/training does not hold');

const run = (id: string, name: string, more: Partial<typeof row> = {}) => ({
  ...row,
  id,
  name,
  published: '2025-01-20',
  parameters: 70e9,
  bases: [],
  ...more,
});
const runs = [
  run('finch-2', 'Finch 2'),
  run('finch-2-may', 'Finch 2 (May 2025)', { published: '2025-05-28' }),
  run('finch-2-thinking', 'Finch 2 Thinking', { bases: ['Finch 2', 'Wren 7B'] }),
];
const joined = (model: string, id: string, relation: 'same' | 'tuned' = 'same') => ({
  model,
  run: id,
  relation,
});
const found = (...modelRuns: ReturnType<typeof joined>[]) =>
  runsFitTheirModels({
    training: { ...training, runs, modelRuns },
    makers: makersWith({ 'maker/finch-chat': { huggingFaceId: 'Maker/Finch-2' } }),
  }).map(({ record }) => record);

describe('a model joined to a run', () => {
  test.each([
    ['maker/finch-2', 'finch-2'],
    ['Maker/Finch-2-Instruct', 'finch-2'],
    ['maker/finch-2', 'finch-2-may'],
    ['maker/finch-2-thinking', 'finch-2-thinking'],
    ['maker/finch-2-0528', 'finch-2-may'],
    ['maker/finch-2-2505', 'finch-2-may'],
    ['maker/finch-2-72b', 'finch-2'],
  ])('%s is taken for one that %s made', (model, id) => {
    expect(found(joined(model, id))).toEqual([]);
  });

  test.each([
    ['that starts from the run of its own name', 'maker/finch-2', 'finch-2-thinking'],
    ['that starts from a model of its own name', 'maker/wren-7b', 'finch-2-thinking'],
    ['of another day than its name says', 'maker/finch-2-2024-08-06', 'finch-2'],
    ['of another month than its name says', 'maker/finch-2-2603', 'finch-2'],
    ['of another day of the year than its name says', 'maker/finch-2-0528', 'finch-2'],
    ['of another size than its name says', 'maker/finch-2-7b', 'finch-2'],
  ])('is reported where it is one %s', (_what, model, id) => {
    expect(found(joined(model, id))).toEqual([model]);
    expect(found(joined(model, id, 'tuned'))).toEqual([]);
  });

  test('is reported where its repository is joined to another', () => {
    expect(
      found(joined('maker/finch-chat', 'finch-2'), joined('Maker/Finch-2', 'finch-2-may')),
    ).toEqual(['maker/finch-chat']);
  });
});

test('a list that has a model before its run, or long after it, is told of', () => {
  const told = (created: string) =>
    listedWithTheirRuns({
      training: { ...training, runs, modelRuns: [joined('maker/finch-2', 'finch-2')] },
      modelList: {
        models: [{ id: 'maker/finch-2', created }],
      } as Parameters<typeof listedWithTheirRuns>[0]['modelList'],
    }).length;
  expect(['2024-10-01', '2025-01-10', '2025-09-01', '2026-03-20'].map(told)).toEqual([1, 0, 0, 1]);
});

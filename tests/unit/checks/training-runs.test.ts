import { expect, test } from 'vitest';
import { lineageNamesRuns } from '../../../src/catalog/checks/training-lineage.ts';
import { trainedRunsExist } from '../../../src/catalog/checks/training-models.ts';
import { readTraining } from '../../../src/catalog/read-training.ts';

const { data: training } = readTraining('.');
if (training === undefined) throw new Error('data/training does not hold');
const [first] = training.modelRuns;
if (first === undefined) throw new Error('no model has a run');

test('the data point to runs that there are', () => {
  expect(trainedRunsExist({ training })).toEqual([]);
});

test('hours of an accelerator without a data sheet are reported', () => {
  const [key, statement] = Object.entries(training.statements).find(
    ([, { run, acceleratorHours: hours }]) => run !== undefined && hours !== undefined,
  )!;
  const statements = { [key]: { ...statement, accelerator: 'toString' } };
  expect(trainedRunsExist({ training: { ...training, statements } })).toMatchObject([
    { record: key, field: 'accelerator', message: expect.stringContaining('no data sheet') },
  ]);
});

test('a run that does not exist, and a model that stands twice, are reported by their place', () => {
  const modelRuns = [first, first, { ...first, model: 'maker/other', run: 'made-up' }];
  expect(trainedRunsExist({ training: { ...training, modelRuns } })).toMatchObject([
    { file: 'data/training/model-runs.csv', record: first.model, field: 'model' },
    { record: 'maker/other', field: 'run', message: expect.stringContaining('"made-up"') },
  ]);
});

test('a lineage of runs that there are not, or that stand for none, is reported by its field', () => {
  const [{ id: run }, { id: other }, { id: third }] = training.runs as [
    (typeof training.runs)[0],
    (typeof training.runs)[0],
    (typeof training.runs)[0],
  ];
  const known = { how: 'derived' as const, sources: ['epoch-models'], note: 'As recorded.' };
  const found = (lineage: typeof training.lineage) =>
    lineageNamesRuns({ training: { ...training, lineage } }).map(({ record, field }) => [
      record,
      field,
    ]);
  expect(found({ [run]: { ...known, sameAs: other } })).toEqual([]);
  expect(
    found({
      'made-up': { ...known, sameAs: run },
      [run]: { ...known, sameAs: other },
      [other]: { ...known, startsFrom: ['Made Up'] },
      [third]: { ...known, sameAs: run },
    }),
  ).toEqual([
    ['made-up', ''],
    [other, 'startsFrom'],
    [third, 'sameAs'],
  ]);
});

test('recorded active parameters that the table has itself, or more than all, are reported', () => {
  const stated = training.runs.find(({ active_parameters: active }) => active !== undefined)!;
  const small = training.runs.find(
    ({ active_parameters: active, parameters }) => active === undefined && parameters !== undefined,
  )!;
  const known = { how: 'derived' as const, sources: ['epoch-models'], note: 'As recorded.' };
  const lineage = {
    [stated.id]: { ...known, activeParameters: 1 },
    [small.id]: { ...known, activeParameters: small.parameters! + 1 },
  };
  expect(lineageNamesRuns({ training: { ...training, lineage } })).toMatchObject([
    { record: stated.id, message: expect.stringContaining('leave it out') },
    { record: small.id, message: expect.stringContaining('is more than') },
  ]);
});

test('recorded operations that the table has itself, or that no tokens make, are reported', () => {
  const dense = training.runs.find(
    ({ domains, parameters, active_parameters: active, flop }) =>
      domains.includes('Language') && parameters! > 1e9 && active === undefined && flop! > 1e21,
  )!;
  const known = { how: 'derived' as const, sources: ['epoch-models'], note: 'As recorded.' };
  const found = (flop: number) =>
    lineageNamesRuns({
      training: { ...training, lineage: { [dense.id]: { ...known, flop } } },
    }).map(({ field, message }) => `${field}: ${message}`);
  const wellTrained = 6 * dense.parameters! * 1e12;
  expect(found(wellTrained)).toEqual([]);
  expect(found(dense.flop!)).toEqual([expect.stringMatching(/^flop: .* leave it out/)]);
  expect(found(wellTrained * 1e3)).toEqual([expect.stringMatching(/^flop: .* power of ten/)]);
});

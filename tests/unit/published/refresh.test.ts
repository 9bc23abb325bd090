import { describe, expect, test } from 'vitest';
import { type CatalogData, readData } from '../../../src/catalog/read-data.ts';
import type { FigureChange, ReleaseChange } from '../../../src/published/archive/release-change.ts';
import { changedFields } from '../../../src/published/refresh/changed-fields.ts';
import { dataDiff, diffText } from '../../../src/published/refresh/data-diff.ts';
import { movesOf } from '../../../src/published/refresh/moves.ts';
import { refreshReport } from '../../../src/published/refresh/refresh-report.ts';

const before = readData(process.cwd());
/** A model that is recorded, listed, sold, and served from endpoints, whichever the list holds. */
const listed = before.modelList.models.find(
  ({ id, prices }) =>
    before.endpoints.models.some((model) => model.id === id && model.endpoints.length > 1) &&
    before.makers.get(id.split('/')[0]!)?.models[id.split('/')[1]!] !== undefined &&
    (prices.inputUsdPerMillionTokens ?? 0) > 0,
)!;
const { id, name } = listed;
const [maker = '', slug = ''] = id.split('/');

/** The data with one model's entry, record or endpoints changed. */
function changed(what: 'price' | 'record' | 'endpoints', times = 2): CatalogData {
  const after = structuredClone({ ...before, makers: new Map(before.makers) });
  const model = after.modelList.models.find((one) => one.id === id)!;
  if (what === 'price') model.prices.inputUsdPerMillionTokens! *= times;
  if (what === 'record') after.makers.get(maker)!.models[slug]!.note = 'seen';
  if (what === 'endpoints') after.endpoints.models.find((one) => one.id === id)!.endpoints.pop();
  return after;
}

const range = (central: number) => ({ low: central / 2, central, high: central * 2 });
const figure = (factor: number): FigureChange => ({
  id,
  name,
  maker,
  makerName: maker,
  before: range(1),
  after: range(factor),
  factor,
  reasons: ['OpenRouter’s model list and prices'],
});
const index = {
  release: 'r',
  date: 'd',
  methodVersion: '2.0',
  inputs: {},
  models: [],
  notEstimated: [],
};
const change = (figures: FigureChange[], methodChanged = false): ReleaseChange => ({
  from: index,
  to: index,
  methodChanged,
  inputs: [],
  figures,
  unchanged: 0,
  tiers: [],
});
const moves = (factor: number, after: CatalogData, methodChanged = false) =>
  movesOf(change([figure(factor)], methodChanged), { before, after });

describe('a figure that moves with a refresh', () => {
  test.each([
    ['price', /^list price, \$ per million: .* in, .* out -> .* in, /],
    ['record', /^note changed$/],
    ['endpoints', /^endpoints \d+ -> \d+$/],
  ] as const)('says what of the model itself differs: its %s', (what, words) => {
    const [move] = moves(2, changed(what));
    expect(move?.own).toEqual([expect.stringMatching(words)]);
    expect(move?.toBeExplained).toBeUndefined();
  });

  test.each([2, 1 / 2])('needs a word where nothing of its own differs: %s times', (factor) => {
    expect(moves(factor, before)[0]?.toBeExplained).toContain('nothing of its own differs');
  });

  test('needs none within a factor of 1.5, nor where the method changed', () => {
    expect(moves(1.4, before)[0]?.toBeExplained).toBeUndefined();
    expect(moves(2, before, true)[0]?.toBeExplained).toBeUndefined();
  });

  test.each([12, 1 / 12])('needs a word where its list price is another: %s times', (times) => {
    expect(moves(1.2, changed('price', times))[0]?.toBeExplained).toContain('a factor of 10');
  });

  test.each([6, 1 / 6])('needs a word whatever the reason: %s times', (factor) => {
    expect(moves(factor, changed('price'))[0]?.toBeExplained).toContain('a factor of 5');
  });
});

test('the report names what a person has to look at, what moved, and what the pull said', () => {
  const report = refreshReport({
    change: change([]),
    moves: moves(2, before),
    fitted: ['line.slope: 1 -> 2'],
    wanted: [{ file: 'data/models/x.yaml', record: 'y', field: '', message: 'no record' }],
    pulled: 'models added: 1\n  x/y',
    outcome: 'Not published.',
  });
  expect(report).toContain('## A person has to look first (1)');
  expect(report).toContain(`${name} (${id}): 1.0 (0.50–2.0) -> 2.0 (1.0–4.0), 2 times`);
  expect(report).toContain('## Fits (1)\n\n- line.slope: 1 -> 2');
  expect(report).toContain('- data/models/x.yaml › y: no record');
  expect(report).toContain('```text\nmodels added: 1\n  x/y\n```');
});

describe('the difference between two states of the data', () => {
  test('has a line for a model: what was changed, and its figure', () => {
    const after = changed('record');
    const text = diffText(dataDiff(moves(2, after), { before, after }), 'the rest');
    expect(text).toBe(
      `## Models\n\n- ${name}: note changed; gCO2e/1k output 1.0 (0.50–2.0) -> 2.0 (1.0–4.0)`,
    );
  });

  test('names records that move no figure, and says so where nothing differs', () => {
    const after = changed('record');
    expect(dataDiff([], { before, after }).models).toEqual([
      `${id}: note changed; no figure moved`,
    ]);
    expect(diffText(dataDiff([], { before, after: before }), '')).toBe('The data say the same.');
  });

  test('names fields as people do, bounds as one', () => {
    const old = { parameters: { activeBillions: 70, how: 'read' }, weights: 'open' };
    const now = { parameters: { activeBillions: { low: 60, high: 72 }, how: 'read' }, note: 'x' };
    expect(changedFields(old, now)).toEqual([
      'active parameters 70 -> 60-72',
      'weights open -> none',
      'note changed',
    ]);
  });
});

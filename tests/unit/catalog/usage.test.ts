import { describe, expect, test } from 'vitest';
import { joinCatalog } from '../../../src/catalog/catalog.ts';
import { meanRequestOf } from '../../../src/catalog/mean-request.ts';
import { ListedModel } from '../../../src/catalog/snapshot.ts';
import {
  addUp,
  joinUsage,
  tokensOf,
  type UsageRecord,
  usedOf,
} from '../../../src/catalog/usage.ts';
import { data } from '../estimation/method-under-test.ts';

const listed = (id: string, canonicalSlug: string, more: Partial<ListedModel> = {}) =>
  ListedModel.parse({
    id,
    canonicalSlug,
    name: id,
    inputModalities: ['text'],
    outputModalities: ['text'],
    prices: {},
    supportsTools: false,
    supportsReasoning: false,
    ...more,
  });

const LIST = [
  listed('maker/a', 'maker/a-1'),
  listed('maker/a:free', 'maker/a-1'),
  listed('maker/b:free', 'maker/b-1'),
  listed('maker/router', 'maker/router-1'),
];
const ANSWERS = {
  estimated: new Set(['maker/a', 'maker/b:free']),
  unestimated: new Map([
    ['maker/a:free', { kind: 'variant', seeInstead: 'maker/a' } as const],
    ['maker/router', { kind: 'router' } as const],
  ]),
};

const used = (canonicalSlug: string, variant?: string): UsageRecord => ({
  canonicalSlug,
  variant,
  requests: 1,
  promptTokens: 10,
  completionTokens: 2,
});

const join = (...records: UsageRecord[]) => joinUsage({ models: records }, LIST, ANSWERS);

describe('usage joined with the model list', () => {
  test('adds the variants of a model to the model, listed or not', () => {
    const { byModel, unanswered } = join(
      used('maker/a-1'),
      used('maker/a-1', 'free'),
      used('maker/a-1', 'batch'),
    );
    expect(byModel).toEqual(
      new Map([['maker/a', { requests: 3, promptTokens: 30, completionTokens: 6 }]]),
    );
    expect(unanswered).toEqual([]);
  });

  test('goes to the model itself rather than to another variant that has an estimate, too', () => {
    const list = [listed('maker/c:free', 'maker/c-1'), listed('maker/c', 'maker/c-1')];
    const estimated = new Set(list.map(({ id }) => id));
    const { byModel } = joinUsage(
      { models: [used('maker/c-1', 'batch'), used('maker/c-1', 'free')] },
      list,
      { estimated, unestimated: new Map() },
    );
    expect([...byModel.keys()]).toEqual(['maker/c', 'maker/c:free']);
  });

  test('is answered by a variant where that is all that is listed', () => {
    const { byModel } = join(used('maker/b-1', 'free'), used('maker/b-1'));
    expect([...byModel]).toEqual([
      ['maker/b:free', { requests: 2, promptTokens: 20, completionTokens: 4 }],
    ]);
  });

  test('says why nothing answers for it', () => {
    const { byModel, unanswered } = join(used('maker/router-1'), used('maker/embedding-1'));
    expect(byModel.size).toBe(0);
    expect(unanswered.map(({ record, kind }) => [record.canonicalSlug, kind])).toEqual([
      ['maker/router-1', 'router'],
      ['maker/embedding-1', 'not-listed'],
    ]);
  });

  test('loses no token, and most of those of models on the list have an estimate', () => {
    const { estimable, unestimated } = joinCatalog(data);
    const { byModel, unanswered } = joinUsage(data.usage, data.modelList.models, {
      estimated: new Set(estimable.map((model) => model.listed.id)),
      unestimated: new Map(unestimated.map(({ listed: { id }, because }) => [id, because])),
    });
    const visible = addUp(data.usage.models);
    const answered = addUp([...byModel.values()]);
    expect(addUp([answered, ...unanswered.map(({ record }) => record)])).toEqual(visible);
    const listed = unanswered.filter(({ kind }) => kind !== 'not-listed');
    const unestimatedTokens = tokensOf(addUp(listed.map(({ record }) => record)));
    expect(tokensOf(answered)).toBeGreaterThan(0);
    expect(unestimatedTokens).toBeLessThan(tokensOf(answered));
  });
});

describe('the mean request of a model, as used', () => {
  const rule = { minimumRequests: 1000 };
  const model = listed('maker/a', 'maker/a-1', { contextTokens: 32_000, maxOutputTokens: 8000 });
  const meanOf = (requests: number, promptTokens: number, completionTokens: number) =>
    meanRequestOf({ requests, promptTokens, completionTokens }, model, rule);

  test('is its tokens over its requests', () => {
    expect(meanOf(2000, 36_000_000, 1_000_000)).toEqual({
      mean: { promptTokens: 18_000, completionTokens: 500 },
    });
  });

  test('is left out where its answers are longer than a context that is all that is stated', () => {
    const used = { requests: 1000, promptTokens: 1000, completionTokens: 32_001_000 };
    const within = { ...model, maxOutputTokens: undefined };
    expect(meanRequestOf(used, within, rule)).toMatchObject({
      because: expect.stringContaining('longer than it can write'),
    });
  });

  test.each([
    ['few requests', meanOf(999, 9990, 999), /999 requests .* fewer than 1000/],
    ['no answers', meanOf(2000, 20_000, 1999), /less than one token per request/],
    ['prompts beyond the context', meanOf(1000, 33_000_000, 5000), /longer than its context/],
    ['answers beyond what it can write', meanOf(1000, 1000, 8_001_000), /longer than it can write/],
    ['no usage at all', meanRequestOf(undefined, model, rule), /no visible requests/],
  ])('is left out, with the reason, for %s', (_, result, reason) => {
    expect(result).toEqual({ because: expect.stringMatching(reason) });
  });

  test('is believed of nearly every used model that has an estimate', () => {
    const { meanRequest } = data.factors.workloads;
    const { byModel } = joinUsage(data.usage, data.modelList.models, {
      estimated: new Set(joinCatalog(data).estimable.map((one) => one.listed.id)),
      unestimated: new Map(),
    });
    const doubted = data.modelList.models.filter(
      (one) =>
        byModel.has(one.id) && 'because' in meanRequestOf(byModel.get(one.id), one, meanRequest),
    );
    expect(doubted.length / byModel.size).toBeLessThan(0.03);
  });
});

test('requests without a single token are no use of a model', () => {
  const tokens = { requests: 4, promptTokens: 3, completionTokens: 0 };
  const byModel = new Map([
    ['maker/used', tokens],
    ['maker/unanswered', { ...tokens, promptTokens: 0 }],
  ]);
  expect(usedOf({ byModel }, 'maker/used')).toEqual(tokens);
  expect(usedOf({ byModel }, 'maker/unanswered')).toBeUndefined();
  expect(usedOf({ byModel }, 'maker/absent')).toBeUndefined();
});

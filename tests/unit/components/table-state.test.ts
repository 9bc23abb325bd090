import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCalledSo } from '../../../src/components/index-table/called-so.ts';
import { failedFilters, nearMisses } from '../../../src/components/index-table/row-filters.ts';
import { compareRows, type RowKeys } from '../../../src/components/index-table/row-order.ts';
import { EVIDENCE_TIERS } from '../../../src/estimation/tier.ts';
import { FEATURES } from '../../../src/library/model-needs.ts';
import { AGAINST } from '../../../src/query/against.ts';
import { COLUMNS, canSortBy } from '../../../src/query/columns.ts';
import { stateFromSearch } from '../../../src/query/table-link.ts';
import {
  ANY_SCORE,
  CONTEXT_CHOICES,
  DEFAULT_STATE,
  SORT_KEYS,
  searchFromState,
  type TableState,
} from '../../../src/query/table-state.ts';

describe('a link to the table', () => {
  test('shows what its sender saw', () => {
    const states = fc.record({
      query: fc.string().map((text) => text.trim()),
      provider: fc.constantFrom('', 'openai', 'meta-llama', 'z-ai'),
      evidence: fc.subarray([...EVIDENCE_TIERS], { minLength: 1 }),
      weights: fc.constantFrom('' as const, 'open' as const, 'closed' as const),
      features: fc.subarray([...FEATURES]),
      leastContextTokens: fc.constantFrom(undefined, 64_000, 131_072, ...CONTEXT_CHOICES),
      mostUsdPerMillionTokens: fc.constantFrom(undefined, 0, 0.5, 1, 15),
      level: fc.constantFrom<TableState['level']>(undefined, ANY_SCORE, {
        index: 'coding' as const,
        least: 50,
      }),
      against: fc.constantFrom('' as const, ...AGAINST),
      columns: fc.subarray([...COLUMNS]),
      sort: fc.constantFrom(...SORT_KEYS),
      descending: fc.boolean(),
    });
    fc.assert(
      fc.property(states, (state) => {
        fc.pre(canSortBy(state.sort, state.columns));
        expect(stateFromSearch(searchFromState(state))).toEqual(state);
      }),
    );
  });

  test('leaves out what is the default', () => {
    expect(searchFromState(DEFAULT_STATE)).toBe('');
    expect(
      searchFromState({ ...DEFAULT_STATE, query: 'llama 70b', sort: 'price', descending: true }),
    ).toBe('?q=llama+70b&sort=-price');
  });

  test.each(['?sort=nonsense', '?evidence=hearsay', '?sort=', '?utm_source=mail', '?'])(
    'falls back to the default where it is not understood: %s',
    (search) => {
      expect(stateFromSearch(search)).toEqual(DEFAULT_STATE);
    },
  );
});

describe('the rows', () => {
  const row = (name: string, more: Partial<RowKeys> = {}): RowKeys => ({
    name,
    searched: name.toLowerCase(),
    provider: 'maker',
    evidence: 'price',
    weights: 'open',
    features: ['tools'],
    contextTokens: 131_072,
    class: 1,
    scores: {},
    low: 0.5,
    median: 1,
    high: 5,
    price: 1,
    ...more,
  });
  const order = (rows: RowKeys[], search: string) =>
    rows.toSorted((a, b) => compareRows(a, b, stateFromSearch(search))).map(({ name }) => name);

  test('are found by all words in any order', () => {
    const llama = row('Llama 3.3 70B Instruct');
    expect(failedFilters(llama, stateFromSearch('?q=70b+llama'))).toEqual([]);
    expect(failedFilters(llama, stateFromSearch('?q=llama+8b'))).toEqual(['query']);
  });

  test.each([
    ['claude sonnet 4.5', true],
    ['sonnet claude', true],
    ['claude-sonnet-4-5', true],
    ['sonnet4', true],
    ['nnet', true],
    ['anthropic/claude-sonnet', true],
    ['claudesonnet', false],
    ['sonnet/anthropic', false],
    ['claude 45', false],
    ['claude 5', false],
  ])(
    'are called “%s”, or not, however words are separated, numbers apart: %s',
    (query, isCalled) => {
      const searched = 'claude sonnet 4.5 anthropic/claude-sonnet-4.5 anthropic';
      expect(isCalledSo(searched, query)).toBe(isCalled);
    },
  );

  test('are those that a query means, once it has been read', () => {
    const state = stateFromSearch('?q=chatgpt');
    const read = (query: string, isMeant: boolean) => row('GPT-5', { read: { query, isMeant } });
    expect(failedFilters(read('chatgpt', true), state)).toEqual([]);
    expect(failedFilters(read('gpt', true), state)).toEqual(['query']);
    expect(failedFilters(read('gpt', false), stateFromSearch('?q=gpt'))).toEqual(['query']);
  });

  test('pass only all filters together: tools, context and price', () => {
    const state = stateFromSearch('?with=tools&min-context=128k&max-price=1');
    expect(failedFilters(row('fits'), state)).toEqual([]);
    expect(failedFilters(row('dear', { price: 2 }), state)).toEqual(['price']);
    expect(failedFilters(row('unpriced', { price: undefined }), state)).toEqual(['price']);
    expect(failedFilters(row('short', { contextTokens: 32_000, features: [] }), state)).toEqual([
      'tools',
      'context',
    ]);
  });

  test('that a single filter keeps out are counted for the offer to drop it', () => {
    expect(nearMisses([['price'], ['price'], ['tools'], ['price', 'tools'], []])).toEqual([
      { filter: 'price', count: 2 },
      { filter: 'tools', count: 1 },
    ]);
  });

  test('sort names as people count: 9 before 10', () => {
    expect(order([row('Qwen 10'), row('Qwen 9')], '?sort=name')).toEqual(['Qwen 9', 'Qwen 10']);
  });

  test('put those without a price last, whichever way prices run', () => {
    const rows = [row('none', { price: undefined }), row('dear', { price: 9 }), row('cheap')];
    expect(order(rows, '?sort=price')).toEqual(['cheap', 'dear', 'none']);
    expect(order(rows, '?sort=-price')).toEqual(['dear', 'cheap', 'none']);
  });

  test('sort evidence from the strongest to the weakest', () => {
    const rows = EVIDENCE_TIERS.map((tier) => row(tier, { evidence: tier })).toReversed();
    expect(order(rows, '?sort=evidence')).toEqual([...EVIDENCE_TIERS]);
  });
});

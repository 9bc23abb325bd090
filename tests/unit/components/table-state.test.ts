import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareRows,
  isShown,
  type RowKeys,
} from '../../../src/components/index-table/row-order.ts';
import {
  DEFAULT_STATE,
  SORT_KEYS,
  searchFromState,
  stateFromSearch,
} from '../../../src/components/index-table/table-state.ts';
import { EVIDENCE_TIERS } from '../../../src/estimation/tier.ts';

describe('a link to the table', () => {
  test('shows what its sender saw', () => {
    const states = fc.record({
      query: fc.string().map((text) => text.trim()),
      provider: fc.constantFrom('', 'openai', 'meta-llama', 'z-ai'),
      evidence: fc.subarray([...EVIDENCE_TIERS], { minLength: 1 }),
      sort: fc.constantFrom(...SORT_KEYS),
      descending: fc.boolean(),
    });
    fc.assert(
      fc.property(states, (state) => {
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
    rank: 1,
    median: 1,
    spread: 10,
    price: 1,
    ...more,
  });
  const order = (rows: RowKeys[], search: string) =>
    rows.toSorted((a, b) => compareRows(a, b, stateFromSearch(search))).map(({ name }) => name);

  test('are found by all words in any order', () => {
    const llama = row('Llama 3.3 70B Instruct');
    expect(isShown(llama, stateFromSearch('?q=70b+llama'))).toBe(true);
    expect(isShown(llama, stateFromSearch('?q=llama+8b'))).toBe(false);
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

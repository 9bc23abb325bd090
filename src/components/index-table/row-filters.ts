import { MEETS } from '../../library/model-needs.ts';
import { ANY_SCORE, DEFAULT_STATE, type TableState } from '../../query/table-state.ts';
import type { RowKeys } from './row-order.ts';

/** Everything that can keep a row from being shown, by the part of the state that asks for it. */
export const FILTERS = [
  'query',
  'provider',
  'evidence',
  'weights',
  'tools',
  'reasoning',
  'images',
  'context',
  'price',
  'score',
] as const;
export type Filter = (typeof FILTERS)[number];

const PASSES: Readonly<Record<Filter, (row: RowKeys, state: TableState) => boolean>> = {
  query: ({ searched, read }, { query }) =>
    read?.query === query
      ? read.isMeant
      : query
          .toLowerCase()
          .split(/\s+/)
          .every((word) => searched.includes(word)),
  provider: (row, { provider }) => provider === '' || row.provider === provider,
  evidence: (row, { evidence }) => evidence.includes(row.evidence),
  weights: (row, { weights }) => weights === '' || row.weights === weights,
  tools: (row, state) => has('tools', row, state),
  reasoning: (row, state) => has('reasoning', row, state),
  images: (row, state) => has('images', row, state),
  context: (row, state) => MEETS.context(row.contextTokens, state.leastContextTokens),
  price: (row, state) => MEETS.price(row.price, state.mostUsdPerMillionTokens),
  score: ({ scores }, { level }) => MEETS.score(scores, level === ANY_SCORE ? undefined : level),
};

function has(feature: RowKeys['features'][number], row: RowKeys, state: TableState): boolean {
  return !state.features.includes(feature) || row.features.includes(feature);
}

/** The filters that a row fails; none for a row that is shown. */
export function failedFilters(row: RowKeys, state: TableState): Filter[] {
  return FILTERS.filter((filter) => !PASSES[filter](row, state));
}

/** The same state without one filter. */
export function withoutFilter(state: TableState, filter: Filter): TableState {
  switch (filter) {
    case 'tools':
    case 'reasoning':
    case 'images':
      return { ...state, features: state.features.filter((feature) => feature !== filter) };
    case 'context':
      return { ...state, leastContextTokens: undefined };
    case 'price':
      return { ...state, mostUsdPerMillionTokens: undefined };
    case 'score':
      return { ...state, level: undefined };
    default:
      return { ...state, [filter]: DEFAULT_STATE[filter] };
  }
}

/** A filter that alone stands between the reader and some rows. */
export interface NearMiss {
  filter: Filter;
  /** How many rows would be shown without it. */
  count: number;
}

/** Where nothing is found: the filters whose going would show something, the most first. */
export function nearMisses(failed: Iterable<readonly Filter[]>): NearMiss[] {
  const counts = new Map<Filter, number>();
  for (const [filter, ...others] of failed) {
    if (filter === undefined || others.length > 0) continue;
    counts.set(filter, (counts.get(filter) ?? 0) + 1);
  }
  return [...counts]
    .map(([filter, count]) => ({ filter, count }))
    .toSorted((a, b) => b.count - a.count);
}

/** Whether a row is shown, or would be if not for this filter: what its choices count. */
export function failsAtMost(filter: Filter, failed: readonly Filter[]): boolean {
  return failed.every((other) => other === filter);
}

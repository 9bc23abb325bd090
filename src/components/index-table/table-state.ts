import { EVIDENCE_TIERS, type EvidenceTier } from '../../estimation/tier.ts';
import { parametersOf, searchWith } from '../address.ts';
import { WEIGHTS, type Weights } from '../weights.ts';
import {
  type Column,
  canSortBy,
  columnsFromText,
  columnsText,
  FURTHER_COLUMNS,
  OWN_COLUMNS,
} from './columns.ts';

/** What the table can be sorted by. `spread` is how wide a range is: high over low. */
export const SORT_KEYS = [
  'rank',
  'name',
  'evidence',
  'median',
  'spread',
  'price',
  ...FURTHER_COLUMNS,
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** What a model can be asked to do, besides text in and text out. */
export const FEATURES = ['tools', 'reasoning', 'images'] as const;
export type Feature = (typeof FEATURES)[number];

/** The context lengths that can be asked for, in tokens, by what links call them. */
export const CONTEXT_TOKENS = {
  '32k': 32_000,
  '128k': 128_000,
  '200k': 200_000,
  '1M': 1_000_000,
} as const;
export const CONTEXT_CHOICES = ['32k', '128k', '200k', '1M'] as const satisfies readonly Context[];
export type Context = keyof typeof CONTEXT_TOKENS;

/** What the reader has asked the table to show; all of it lives in the URL. */
export interface TableState {
  /** Words that must all occur in a model's name, id or provider. */
  query: string;
  /** The provider's part of the model id; empty for all. */
  provider: string;
  evidence: readonly EvidenceTier[];
  /** Empty for any. */
  weights: Weights | '';
  /** All of these. */
  features: readonly Feature[];
  /** Context of at least so many tokens; empty for any. */
  context: Context | '';
  /** The most that a million output tokens may cost; undefined for any price or none. */
  mostUsdPerMillionTokens: number | undefined;
  /** Those beside model, range and median. */
  columns: readonly Column[];
  sort: SortKey;
  descending: boolean;
}

/** What a link without parameters shows. */
export const DEFAULT_STATE: TableState = {
  query: '',
  provider: '',
  evidence: EVIDENCE_TIERS,
  weights: '',
  features: [],
  context: '',
  mostUsdPerMillionTokens: undefined,
  columns: OWN_COLUMNS,
  sort: 'median',
  descending: false,
};

const DEFAULT_COLUMNS = columnsText(DEFAULT_STATE.columns);

/** Reads the state from a URL's search part. What is not understood falls back to the default. */
export function stateFromSearch(search: string): TableState {
  const parameters = parametersOf(search);
  const text = (name: string) => parameters.get(name) ?? '';
  const words = (name: string) => text(name).split(',');
  const columns = columnsFromText(text('columns')) ?? DEFAULT_STATE.columns;
  const sort = SORT_KEYS.find(
    (key) => key === text('sort').replace(/^-/, '') && canSortBy(key, columns),
  );
  const evidence = EVIDENCE_TIERS.filter((tier) => words('evidence').includes(tier));
  return {
    query: text('q'),
    provider: text('provider'),
    evidence: evidence.length > 0 ? evidence : EVIDENCE_TIERS,
    weights: WEIGHTS.find((weights) => weights === text('weights')) ?? '',
    features: FEATURES.filter((feature) => words('with').includes(feature)),
    context: CONTEXT_CHOICES.find((choice) => choice === text('min-context')) ?? '',
    mostUsdPerMillionTokens: priceFromText(text('max-price')),
    columns,
    sort: sort ?? DEFAULT_STATE.sort,
    descending: sort !== undefined && text('sort').startsWith('-'),
  };
}

/**
 * Writes the state into a URL's search part, defaults left out and all else kept: '' or
 * '?q=llama&with=tools&min-context=128k&sort=-price'.
 */
export function searchFromState(state: TableState, search = ''): string {
  const { query, provider, evidence, weights, features, context, columns, sort, descending } =
    state;
  const isDefaultSort = sort === DEFAULT_STATE.sort && !descending;
  return searchWith(search, {
    q: query.trim(),
    provider,
    evidence: evidence.length < EVIDENCE_TIERS.length ? evidence.join(',') : '',
    weights,
    with: features.join(','),
    'min-context': context,
    'max-price': String(state.mostUsdPerMillionTokens ?? ''),
    columns: columnsText(columns) === DEFAULT_COLUMNS ? '' : columnsText(columns),
    sort: isDefaultSort ? '' : `${descending ? '-' : ''}${sort}`,
  });
}

/** A price as typed or linked, in USD; undefined where it is none. A decimal comma will do. */
export function priceFromText(text: string): number | undefined {
  const price = Number(text.trim().replace(',', '.') || Number.NaN);
  return Number.isFinite(price) && price >= 0 ? price : undefined;
}

import { EVIDENCE_TIERS, type EvidenceTier } from '../estimation/tier.ts';
import type { ModelNeeds } from '../library/model-needs.ts';
import { levelText, type QualityLevel } from '../library/quality-level.ts';
import { numberFromText } from '../text/number-from-text.ts';
import { shortTokenText } from '../text/tokens.ts';
import { searchWith } from '../ui/link/address.ts';
import type { Against } from './against.ts';
import { type Column, columnsText, FURTHER_COLUMNS, OWN_COLUMNS } from './columns.ts';
import type { Weights } from './weights.ts';

/** What the table can be sorted by. `spread` is how wide a range is: high over low. */
export const SORT_KEYS = [
  'class',
  'name',
  'evidence',
  'median',
  'spread',
  'price',
  ...FURTHER_COLUMNS,
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** The context lengths that are offered, in tokens; a link may ask for any other. */
export const CONTEXT_CHOICES = [32_000, 128_000, 200_000, 1_000_000] as const;

/** Said of a level where any score will do. */
export const ANY_SCORE = 'any';
/** The same in words, where the sentence names a score and the table is not filtered by it. */
export const ANY_SCORE_WORDS = 'whatever they score';

/** What a model must be and be able to do. */
export interface ModelFilter extends Omit<ModelNeeds, 'level'> {
  /** The provider's part of the model id; empty for all. */
  provider: string;
  evidence: readonly EvidenceTier[];
  /** Empty for any. */
  weights: Weights | '';
}

/** What the reader has asked the table to show; all of it lives in the URL. */
export interface TableState extends ModelFilter {
  /** Words that must all occur in a model's name, id or provider. */
  query: string;
  /** Of at least so much of an index; undefined where nothing is said of it. */
  level: QualityLevel | typeof ANY_SCORE | undefined;
  /** What the figures are multiples of; empty where they are grams. */
  against: Against | '';
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
  leastContextTokens: undefined,
  mostUsdPerMillionTokens: undefined,
  level: undefined,
  against: '',
  columns: OWN_COLUMNS,
  sort: 'median',
  descending: false,
};

const DEFAULT_COLUMNS = columnsText(DEFAULT_STATE.columns);

/**
 * Writes the state into a URL's search part, defaults left out and all else kept: '' or
 * '?q=llama&with=tools&min-context=128k&sort=-price'.
 */
export function searchFromState(state: TableState, search = ''): string {
  const { query, against, columns, sort, descending } = state;
  const isDefaultSort = sort === DEFAULT_STATE.sort && !descending;
  return searchWith(search, {
    ...filterParameters(state),
    q: query.trim(),
    score: scoreText(state.level),
    against,
    columns: columnsText(columns) === DEFAULT_COLUMNS ? '' : columnsText(columns),
    sort: isDefaultSort ? '' : `${descending ? '-' : ''}${sort}`,
  });
}

/** Who makes a model, what is known of it and what it can do, as links have it; empty where any will do. */
export function filterParameters(state: ModelFilter) {
  const { provider, evidence, weights, features, leastContextTokens: least } = state;
  return {
    provider,
    evidence: evidence.length < EVIDENCE_TIERS.length ? evidence.join(',') : '',
    weights,
    with: features.join(','),
    'min-context': least === undefined ? '' : shortTokenText(least),
    'max-price': String(state.mostUsdPerMillionTokens ?? ''),
  } satisfies Readonly<Record<string, string>>;
}

/** A level as links have it; empty where nothing is said of it. */
export function scoreText(level: TableState['level']): string {
  return level === undefined || level === ANY_SCORE ? (level ?? '') : levelText(level);
}

/**
 * A price as typed or linked, in USD: 5, 1.20, $5, 5 $, 5 USD. Prices are written with a point before
 * their cents, so 1.200 is 1.20. Undefined where it is none, or may be two: 1,200.
 */
export function priceFromText(text: string): number | undefined {
  const price = numberFromText(withoutDollars(text));
  return price !== undefined && price >= 0 ? price : undefined;
}

/** What is wrong with a price as typed or linked; empty where nothing is. */
export function priceProblem(text: string): string {
  const typed = text.trim();
  if (typed === '' || priceFromText(typed) !== undefined) return '';
  const amount = withoutDollars(typed);
  return /^[1-9]\d{0,2},\d{3}$/.test(amount)
    ? `“${typed}” may be ${amount.replace(',', '')} or ${Number(amount.replace(',', '.'))} USD; such as 1200 or 1.2 was expected`
    : `“${typed}” is no price in USD, such as 1.5`;
}

/** A text without the one sign of its currency, before or after the amount. */
function withoutDollars(text: string): string {
  const typed = text.trim();
  const before = typed.replace(/^(US\$|\$|USD\b)\s*/i, '');
  return before === typed ? typed.replace(/\s*(US\$|\$|USD)$/i, '') : before;
}

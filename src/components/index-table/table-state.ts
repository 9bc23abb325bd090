import { EVIDENCE_TIERS, type EvidenceTier } from '../../estimation/tier.ts';
import { searchWith } from '../address.ts';

/** What the table can be sorted by. `spread` is how wide a range is: high over low. */
export const SORT_KEYS = ['rank', 'name', 'evidence', 'median', 'spread', 'price'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** What the reader has asked the table to show; all of it lives in the URL. */
export interface TableState {
  /** Words that must all occur in a model's name, id or provider. */
  query: string;
  /** The provider's part of the model id; empty for all. */
  provider: string;
  evidence: readonly EvidenceTier[];
  sort: SortKey;
  descending: boolean;
}

/** What a link without parameters shows. */
export const DEFAULT_STATE: TableState = {
  query: '',
  provider: '',
  evidence: EVIDENCE_TIERS,
  sort: 'median',
  descending: false,
};

/** Reads the state from a URL's search part. What is not understood falls back to the default. */
export function stateFromSearch(search: string): TableState {
  const parameters = new URLSearchParams(search);
  const sortText = parameters.get('sort') ?? '';
  const sort = SORT_KEYS.find((key) => key === sortText.replace(/^-/, ''));
  const evidenceWords = (parameters.get('evidence') ?? '').split(',');
  const evidence = EVIDENCE_TIERS.filter((tier) => evidenceWords.includes(tier));
  return {
    query: parameters.get('q') ?? '',
    provider: parameters.get('provider') ?? '',
    evidence: evidence.length > 0 ? evidence : EVIDENCE_TIERS,
    sort: sort ?? DEFAULT_STATE.sort,
    descending: sort !== undefined && sortText.startsWith('-'),
  };
}

/**
 * Writes the state into a URL's search part, defaults left out and all else kept: '' or
 * '?q=llama&sort=-price'.
 */
export function searchFromState(
  { query, provider, evidence, sort, descending }: TableState,
  search = '',
): string {
  const isDefaultSort = sort === DEFAULT_STATE.sort && !descending;
  return searchWith(search, {
    q: query.trim(),
    provider,
    evidence: evidence.length < EVIDENCE_TIERS.length ? evidence.join(',') : '',
    sort: isDefaultSort ? '' : `${descending ? '-' : ''}${sort}`,
  });
}

import { EVIDENCE_TIERS, type EvidenceTier } from '../../estimation/tier.ts';
import type { Weights } from '../frontier/weights.ts';
import type { Feature, TableState } from './table-state.ts';

/** What sorting and filtering need to know of one row. */
export interface RowKeys {
  name: string;
  /** Everything that the search looks through, lower case. */
  searched: string;
  provider: string;
  evidence: EvidenceTier;
  /** Undefined where nobody has said. */
  weights: Weights | undefined;
  features: readonly Feature[];
  /** 0 where none is stated. */
  contextTokens: number;
  /** Middle of the rank interval. */
  rank: number;
  /** Grams of CO2e per 1,000 output tokens: the 5th, 50th and 95th percentile. */
  low: number;
  median: number;
  high: number;
  /** USD per million output tokens; absent where no list price is stated. */
  price: number | undefined;
}

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Compares two rows as the state asks; rows without a value come last either way, ties by name. */
export function compareRows(a: RowKeys, b: RowKeys, { sort, descending }: TableState): number {
  const direction = descending ? -1 : 1;
  const byName = names.compare(a.name, b.name);
  switch (sort) {
    case 'name':
      return direction * byName;
    case 'evidence':
      return (
        direction * (EVIDENCE_TIERS.indexOf(a.evidence) - EVIDENCE_TIERS.indexOf(b.evidence)) ||
        a.median - b.median ||
        byName
      );
    case 'price':
      if (a.price === undefined || b.price === undefined) {
        return Number(a.price === undefined) - Number(b.price === undefined) || byName;
      }
      return direction * (a.price - b.price) || byName;
    case 'spread':
      return direction * (a.high / a.low - b.high / b.low) || byName;
    default:
      return direction * (a[sort] - b[sort]) || byName;
  }
}

import { EVIDENCE_TIERS, type EvidenceTier } from '../../estimation/tier.ts';
import type { Feature } from '../../library/model-needs.ts';
import type { FurtherColumn } from '../../query/columns.ts';
import type { Scores } from '../../query/row-scores.ts';
import type { TableState } from '../../query/table-state.ts';
import type { Weights } from '../../query/weights.ts';

/** What sorting and filtering need to know of one row. */
export interface RowKeys {
  name: string;
  /** Everything that the search looks through, lower case. */
  searched: string;
  /** Whether a query means this row, once it has been read as names are. */
  read?: { query: string; isMeant: boolean };
  provider: string;
  evidence: EvidenceTier;
  /** Undefined where nobody has said. */
  weights: Weights | undefined;
  features: readonly Feature[];
  /** 0 where none is stated. */
  contextTokens: number;
  /** Place of its class, 1 emitting least; absent, as the range is, where the model gets no figure. */
  class: number | undefined;
  /** Grams of CO2e: the 5th, 50th and 95th percentile. */
  low: number | undefined;
  median: number | undefined;
  high: number | undefined;
  /** USD per million output tokens; absent where no list price is stated. */
  price: number | undefined;
  /** Indices of quality that it has. */
  scores: Scores;
  /** What the columns that have been added sort by. */
  further?: Readonly<Partial<Record<FurtherColumn, number | undefined>>>;
}

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Compares names as readers order them: 9B before 70B. */
export function compareNames(a: string, b: string): number {
  return names.compare(a, b);
}

/** A figure to the digits that rows are sorted by: full precision would weigh more than the page. */
export function sortedDigits(value: number): number {
  return Number(value.toPrecision(4));
}

/** Compares two rows as the state asks; rows without a value come last either way, ties by name. */
export function compareRows(a: RowKeys, b: RowKeys, { sort, descending }: TableState): number {
  const direction = descending ? -1 : 1;
  // Names are slow to compare: only where nothing else tells two rows apart.
  const byName = () => compareNames(a.name, b.name);
  switch (sort) {
    case 'name':
      return direction * byName();
    case 'evidence':
      return (
        direction * (EVIDENCE_TIERS.indexOf(a.evidence) - EVIDENCE_TIERS.indexOf(b.evidence)) ||
        compareKeys(a.median, b.median, 1) ||
        byName()
      );
    case 'spread':
      return compareKeys(spreadOf(a), spreadOf(b), direction) || byName();
    case 'class':
      return (
        compareKeys(a.class, b.class, direction) ||
        compareKeys(a.median, b.median, direction) ||
        byName()
      );
    case 'median':
    case 'price':
      return compareKeys(a[sort], b[sort], direction) || byName();
    default:
      return compareKeys(a.further?.[sort], b.further?.[sort], direction) || byName();
  }
}

function spreadOf({ low, high }: RowKeys): number | undefined {
  return low === undefined || high === undefined ? undefined : high / low;
}

function compareKeys(a: number | undefined, b: number | undefined, direction: 1 | -1): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return direction * (a - b);
}

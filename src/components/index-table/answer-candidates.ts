import { levelFromText, type QualityLevel } from '../../library/quality-level.ts';
import { CandidatesChanged } from '../../query/candidates.ts';
import {
  ANY_SCORE,
  DEFAULT_STATE,
  searchFromState,
  type TableState,
} from '../../query/table-state.ts';
import type { TableRow } from './read-rows.ts';
import { failedFilters } from './row-filters.ts';

/** The level that the sentence asks for: where nothing is asked, the one that the page was served with. */
export function levelAsked(root: ParentNode, state: TableState): TableState['level'] {
  return state.level ?? (hasNeeds(state) ? ANY_SCORE : (servedLevel(root) ?? ANY_SCORE));
}

/** Tells the page which models the answer above the table is to be chosen from. */
export function tellCandidates(
  root: ParentNode,
  rows: readonly TableRow[],
  state: TableState,
): void {
  // Words look for a row; they say nothing of what a model must be able to do.
  const needed = { ...state, query: '', level: levelAsked(root, state) };
  const ids = rows.flatMap((row) => (failedFilters(row, needed).length === 0 ? row.id : []));
  // Nor do order, columns, and what figures are multiples of.
  const { against, columns, sort, descending } = DEFAULT_STATE;
  const shown = { ...state, query: '', against, columns, sort, descending };
  const isAsServed = searchFromState(shown) === '';
  const elements = rows.map(({ element }) => element);
  CandidatesChanged.latest = new CandidatesChanged(ids, isAsServed, elements);
  document.dispatchEvent(CandidatesChanged.latest);
}

/** Whether anything but a score is asked for in the sentence. */
function hasNeeds({ features, leastContextTokens, mostUsdPerMillionTokens }: TableState): boolean {
  return (
    features.length > 0 || leastContextTokens !== undefined || mostUsdPerMillionTokens !== undefined
  );
}

function servedLevel(root: ParentNode): QualityLevel | undefined {
  const served = [...root.querySelectorAll<HTMLOptionElement>('[name=score] option')];
  return levelFromText(served.find(({ defaultSelected }) => defaultSelected)?.value ?? '');
}

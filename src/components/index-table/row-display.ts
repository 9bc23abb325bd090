import {
  ANY_SCORE,
  ANY_SCORE_WORDS,
  DEFAULT_STATE,
  type SortKey,
  searchFromState,
  type TableState,
} from '../../query/table-state.ts';
import { levelAsked } from './answer-candidates.ts';
import { writeCounts } from './filter-controls.ts';
import { ROWS_A_PAGE } from './index-pages.ts';
import type { TableRow } from './read-rows.ts';
import { type Filter, failedFilters, nearMisses } from './row-filters.ts';
import { compareRows } from './row-order.ts';
import { standRows } from './standing-rows.ts';

/** What is announced of a sort, where the head of its column does not say it: ascending first. */
const SORT_WORDS: Readonly<Partial<Record<SortKey, readonly [string, string, string]>>> = {
  class: ['class', 'lowest first', 'highest first'],
  name: ['name', 'A first', 'Z first'],
  evidence: ['evidence', 'strongest first', 'weakest first'],
  median: ['median', 'lowest first', 'highest first'],
  spread: ['range', 'narrowest first', 'widest first'],
  price: ['price', 'lowest first', 'highest first'],
};

/** What showing rows takes besides. */
interface Showing {
  /** How the query was read, where no row is called so. */
  read?: string | undefined;
  /** Of a longer list only so many rows stand on the page at a time: to move them all takes seconds. */
  most: number;
}

/** Shows the rows that the state asks for, in its order, and says which and how many they are. */
export function showRows(
  root: Element,
  rows: TableRow[],
  state: TableState,
  { read = '', most }: Showing,
): void {
  rows.sort((a, b) => compareRows(a, b, state));
  const failed = new Map(rows.map((row) => [row, failedFilters(row, state)]));
  let shown = 0;
  for (const [{ element }, filters] of failed) {
    const hidden = filters.length > 0;
    if (element.hidden !== hidden) element.hidden = hidden;
    if (!hidden) shown += 1;
  }
  writeCounts(root, rows, failed, state);
  if (shown === 0) offerNearMisses(root, failed.values());
  const body = root.querySelector<HTMLElement>('[data-rows]');
  const isLong = rows.length > ROWS_A_PAGE;
  const here = isLong ? Math.min(shown, most) : shown;
  const elements = rows.map(({ element }) => element);
  if (body !== null) {
    const standing = isLong ? elements.filter(({ hidden }) => !hidden).slice(0, most) : elements;
    standRows(body, standing);
  }
  root.querySelector('[data-show-all]')?.toggleAttribute('hidden', here === shown);
  const sortName = markSorted(root, state);
  const isAnyScore = state.level === undefined && levelAsked(root, state) !== ANY_SCORE;
  const order = orderWords(state, sortName);
  announce(root, { shown, here, listed: rows.length, isAnyScore, order, read });
  root.querySelector('[data-nothing]')?.toggleAttribute('hidden', shown > 0);
  const isDefault = searchFromState({ ...state, columns: DEFAULT_STATE.columns }) === '';
  root.querySelector('button[data-reset]')?.toggleAttribute('hidden', isDefault);
}

/** What the column of a sort is called. */
export function sortNameOf(root: Element, sort: SortKey): string {
  const [name] = SORT_WORDS[sort] ?? [];
  return name ?? root.querySelector(`[data-sort=${sort}]`)?.textContent ?? sort;
}

function markSorted(root: Element, { sort, descending }: TableState): string {
  for (const header of root.querySelectorAll<HTMLElement>('[role=columnheader]')) {
    const sorted = header.querySelector<HTMLElement>('[data-sort]')?.dataset.sort === sort;
    if (sorted) header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    else header.removeAttribute('aria-sort');
  }
  return sortNameOf(root, sort);
}

function orderWords({ sort, descending }: TableState, name: string): string {
  const [, up = 'lowest first', down = 'highest first'] = SORT_WORDS[sort] ?? [];
  return `by ${name}, ${descending ? down : up}`;
}

function announce(
  root: Element,
  {
    shown,
    here,
    listed,
    isAnyScore,
    order,
    read,
  }: {
    shown: number;
    here: number;
    listed: number;
    isAnyScore: boolean;
    order: string;
    read: string;
  },
) {
  const output = root.querySelector('output');
  if (output !== null) {
    const all = `All ${shown} models${isAnyScore ? `, ${ANY_SCORE_WORDS}` : ''}`;
    const count = shown === listed ? all : `${shown} of ${listed} models`;
    const isBusy = root.querySelector('[role=table]')?.hasAttribute('aria-busy');
    const said = `${count}, ${isBusy ? 'computing the figures' : order}`;
    const standing = here === shown ? '' : `the first ${here} stand here`;
    output.textContent = [said, standing, read].filter((words) => words !== '').join('; ');
  }
  const done = root.querySelector('[data-shown]');
  if (done !== null) done.textContent = String(shown);
}

/** Filters as the offer to drop them calls them. */
const FILTER_WORDS: Readonly<Record<Filter, string>> = {
  query: 'these words',
  provider: 'this provider',
  evidence: 'the limit on evidence',
  weights: 'the limit on weights',
  tools: 'tool use',
  reasoning: 'reasoning',
  images: 'image input',
  context: 'the context',
  score: 'the score',
  price: 'the price',
};

/** Where nothing is found: offers to drop each filter that alone stands in the way. */
function offerNearMisses(root: Element, failed: Iterable<readonly Filter[]>): void {
  const buttons = nearMisses(failed).map(({ filter, count }) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.drop = filter;
    button.textContent = `Without ${FILTER_WORDS[filter]}: ${count} ${count === 1 ? 'model' : 'models'}`;
    return button;
  });
  root.querySelector('[data-near-misses]')?.replaceChildren(...buttons);
}

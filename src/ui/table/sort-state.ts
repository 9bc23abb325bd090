import { searchWith } from '../link/address.ts';
import { LinkReader } from '../link/link-reader.ts';
import { type SortState, sortedBy } from '../link/sort-parameter.ts';

/** A head of a table that can be sorted, and what is said of its column. */
export interface SortableHead {
  /** Of the head; its cells take what they need of it. */
  class: string;
  /** Without it the head is what the table is given for its axis. */
  text?: string;
  title?: string;
  /** The column's name in links, where it can be sorted by. */
  sort?: string;
  /** What is said of both orders, the ascending one first. */
  words?: readonly [ascending: string, descending: string];
  /** Whether a card goes without it. */
  isWide?: boolean;
}

/** The state that a URL's search part asks for; what is no column of the table leaves the default. */
export function sortFromSearch(
  search: string,
  columns: readonly string[],
  initial: SortState,
): SortState {
  return new LinkReader(search).read(sortedBy(columns, initial));
}

/** The search part of a link to this state, all else kept: '' for the default, else '?sort=-grid'. */
export function searchFromSort(
  { column, descending }: SortState,
  initial: SortState,
  search = '',
): string {
  const isInitial = column === initial.column && descending === initial.descending;
  return searchWith(search, { sort: isInitial ? '' : `${descending ? '-' : ''}${column}` });
}

const texts = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Compares two cells' values: numbers by size, texts by letter, cells without a value last either way. */
export function compareCells(a: string, b: string, descending: boolean): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  const [x, y] = [Number(a), Number(b)];
  const ascending = Number.isNaN(x) || Number.isNaN(y) ? texts.compare(a, b) : x - y;
  return descending ? -ascending : ascending;
}

/** What is said of a sort; `words` holds both directions, the ascending one first. */
export function sortSentence(rows: string, words: readonly string[], descending: boolean): string {
  return `${rows}, by ${words[descending ? 1 : 0] ?? ''}`;
}

import { levelFromText } from '../library/quality-level.ts';
import {
  isSame,
  type Known,
  LinkReader,
  type Parameter,
  several,
  single,
} from '../ui/link/link-reader.ts';
import { sortedBy } from '../ui/link/sort-parameter.ts';
import { HELD_AGAINST } from './against.ts';
import { COLUMNS, type Column, canSortBy, NO_COLUMN, OWN_COLUMNS } from './columns.ts';
import { QUERY } from './finding.ts';
import { readFilter } from './model-filters.ts';
import {
  ANY_SCORE,
  DEFAULT_STATE,
  SORT_KEYS,
  type SortKey,
  type TableState,
} from './table-state.ts';

const NAMED_COLUMNS = several<Column>('columns', OWN_COLUMNS, COLUMNS);

/** The columns that a link's list names, in their own order; a list of none has a word. */
export const COLUMNS_SHOWN: Parameter<readonly Column[]> = {
  ...NAMED_COLUMNS,
  read: (text, known) =>
    isSame(text, NO_COLUMN)
      ? { value: [], unread: [] }
      : NAMED_COLUMNS.read(inWordsOfToday(text), known),
};

/** Classes have taken the place of ranks; links of before mean them. */
function inWordsOfToday(text: string): string {
  return text.replaceAll(/\brank\b/gi, 'class');
}

const SCORE = single<TableState['level']>('score', undefined, (text) =>
  isSame(text, ANY_SCORE) ? ANY_SCORE : levelFromText(text),
);

/** Reads the state from a link. */
export function readTable(link: LinkReader): TableState {
  const columns = link.read(COLUMNS_SHOWN);
  const sorts = SORT_KEYS.filter((key) => canSortBy(key, columns));
  const { sort, descending } = DEFAULT_STATE;
  const order = sortedBy<SortKey>(sorts, { column: sort, descending });
  const { column, descending: isDescending } = link.read({
    ...order,
    read: (text, known) => {
      const reading = order.read(inWordsOfToday(text), known);
      return reading.value === undefined ? { ...reading, unread: [text] } : reading;
    },
  });
  return {
    query: link.read(QUERY),
    ...readFilter(link),
    level: link.read(SCORE),
    against: link.read(HELD_AGAINST),
    columns,
    sort: column,
    descending: isDescending,
  };
}

/** Reads the state from a URL's search part. What is not understood is as in DEFAULT_STATE. */
export function stateFromSearch(search: string, known?: Known): TableState {
  return readTable(new LinkReader(search, known));
}

import { isSame, type Parameter, single } from './link-reader.ts';

/** Which column a table is sorted by, as its links say it: `grid`, or `-grid` from the highest. */
export interface SortState<Column = string> {
  column: Column;
  descending: boolean;
}

/** Reads `-grid` or `grid`. */
export function sortStateOf(text: string): SortState {
  return { column: text.replace(/^-/, ''), descending: text.startsWith('-') };
}

/** The order of a table that can be sorted by these columns. */
export function sortedBy<Column extends string>(
  columns: readonly Column[],
  initial: SortState<Column>,
): Parameter<SortState<Column>> {
  return single('sort', initial, (text) => {
    const asked = sortStateOf(text);
    const column = columns.find((known) => isSame(known, asked.column));
    return column === undefined ? undefined : { ...asked, column };
  });
}

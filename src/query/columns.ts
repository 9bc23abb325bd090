/** Columns that every row holds from the server, and that can be taken out. */
export const OWN_COLUMNS = ['class', 'evidence', 'price'] as const;

/** Columns that are added when a reader chooses them. */
export const FURTHER_COLUMNS = [
  'typical',
  'input',
  'cached',
  'wh',
  'water',
  'context',
  'parameters',
  'weights',
  'quality',
  // The day of listing, `created` in the data: links that readers keep call it so.
  'released',
  'hosts',
] as const;
export type FurtherColumn = (typeof FURTHER_COLUMNS)[number];

/** Every column that can be chosen, as links call it; model, range and median always stand. */
export const COLUMNS = [...OWN_COLUMNS, ...FURTHER_COLUMNS] as const;
export type Column = (typeof COLUMNS)[number];

/** Whether the rows can be seen to be sorted by this: a column must stand there for it. */
export function canSortBy(sort: string, columns: readonly Column[]): boolean {
  const column = COLUMNS.find((known) => known === sort);
  return column === undefined || columns.includes(column);
}

/** Whether a column is one of those that are added. */
export function isFurther(column: string): column is FurtherColumn {
  return FURTHER_COLUMNS.some((known) => known === column);
}

/** What links call a list of none. */
export const NO_COLUMN = 'none';

/** As links have it. */
export function columnsText(columns: readonly Column[]): string {
  return columns.length === 0 ? NO_COLUMN : columns.join(',');
}

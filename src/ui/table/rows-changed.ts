/** Said to a table, or to what is drawn from the same figures, when other figures stand in its rows. */
export const ROWS_CHANGED = 'rows-changed';

import type { ExportRow } from './export-table.ts';
import { RowCount } from './row-count.ts';
import type { ReadRow } from './row-reader.ts';

/**
 * Rows of a day and of several requests that stand in an export twice, cell by cell, as where two exports
 * whose days overlap were put together. They may be two teams' all the same, so they are said and stay.
 */
export class RepeatedRows {
  readonly rows = new RowCount();
  readonly #seen = new Set<string>();

  add({ day, counts, answer }: ReadRow, { cells, number }: ExportRow): void {
    const isOfSeveral = counts.requests !== undefined && counts.requests > 1;
    if (day === undefined || answer !== undefined || !isOfSeveral) return;
    const text = JSON.stringify(cells);
    if (this.#seen.has(text)) this.rows.add(number);
    this.#seen.add(text);
  }
}

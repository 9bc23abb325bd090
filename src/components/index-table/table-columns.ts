import type { ColumnValues } from '../../published/index-columns.ts';
import { type Column, columnsText, type FurtherColumn, isFurther } from '../../query/columns.ts';
import type { AskedEstimates } from '../../query/estimates.ts';
import { publishedFile } from '../../query/published-file.ts';
import { layColumns } from './column-layout.ts';
import { ADDED_COLUMNS, type Cell } from './further-columns.ts';
import type { TableRow } from './read-rows.ts';

/** Columns that a reader has added to the table, in the order of the list. */
export class TableColumns {
  readonly #table: HTMLElement;
  readonly #rows: readonly TableRow[];
  readonly #values: Readonly<Record<string, ColumnValues>>;
  #standing = '';

  private constructor(
    table: HTMLElement,
    rows: readonly TableRow[],
    values: Readonly<Record<string, ColumnValues>>,
  ) {
    this.#table = table;
    this.#rows = rows;
    this.#values = values;
  }

  /** Fetches what the columns hold. Rejects where it cannot be had. */
  static async fetch(table: HTMLElement, rows: readonly TableRow[]): Promise<TableColumns> {
    const { models } = await publishedFile('/api/v1/index-columns.json');
    return new TableColumns(table, rows, models);
  }

  /**
   * Shows these columns and no others; of figures that have been computed, those. Says whether that
   * differs from what stood there.
   */
  show(
    columns: readonly Column[],
    computed: AskedEstimates | undefined,
    { isNew }: { isNew: boolean },
  ): boolean {
    const standing = columnsText(columns);
    if (standing === this.#standing && !isNew) return false;
    this.#standing = standing;
    layColumns(this.#table, columns);
    this.#write(columns.filter(isFurther), computed);
    return true;
  }

  #write(columns: readonly FurtherColumn[], computed: AskedEstimates | undefined) {
    for (const old of this.#table.querySelectorAll('[data-column]')) old.remove();
    this.#table.querySelector('.head .row')?.append(...columns.map(headOf));
    for (const row of this.#rows) {
      const values = this.#values[row.id];
      const asked = computed && {
        asServed: computed.asServed,
        asked: computed.estimates.get(row.id),
      };
      const cells = columns.map((column) => ({
        column,
        cell: values === undefined ? { text: '' } : ADDED_COLUMNS[column].cell(values, asked),
      }));
      row.further = Object.fromEntries(cells.map(({ column, cell }) => [column, cell.key]));
      row.element.append(...cells.map(({ column, cell }) => elementOf(column, cell)));
    }
  }
}

function headOf(column: FurtherColumn): HTMLElement {
  const { name, head = name } = ADDED_COLUMNS[column];
  const cell = document.createElement('span');
  cell.role = 'columnheader';
  cell.className = 'further';
  cell.dataset.column = column;
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.sort = column;
  button.title = name;
  button.textContent = head;
  cell.append(button);
  return cell;
}

function elementOf(column: FurtherColumn, { text, range }: Cell): HTMLElement {
  const cell = document.createElement('span');
  cell.role = 'cell';
  cell.className = 'further';
  cell.dataset.column = column;
  const { name, head = name } = ADDED_COLUMNS[column];
  // On a phone it stands in a line of its own, without a head above.
  cell.dataset.head = head;
  cell.append(text);
  if (range !== undefined) {
    const small = document.createElement('small');
    small.textContent = range;
    cell.append(' ', small);
  }
  return cell;
}

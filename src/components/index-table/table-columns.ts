import type { Range } from '../../estimation/ranges.ts';
import type { ColumnValues } from '../../published/index-columns.ts';
import { type Column, columnsText, type FurtherColumn, isFurther } from '../../query/columns.ts';
import type { AskedEstimates } from '../../query/estimates.ts';
import { publishedFile } from '../../query/published-file.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { shortTokenText } from '../../text/tokens.ts';
import { layColumns } from './column-layout.ts';
import { COLUMN_WORDS } from './column-words.ts';
import type { TableRow } from './read-rows.ts';

/** One cell: what stands there, its range where it is an estimate, and what it sorts by. */
interface Cell {
  text: string;
  range?: string;
  key?: number | undefined;
}

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
      const cells = columns.map((column) => ({
        column,
        cell: values === undefined ? { text: '' } : cellOf(column, values, row.id, computed),
      }));
      row.further = Object.fromEntries(cells.map(({ column, cell }) => [column, cell.key]));
      row.element.append(...cells.map(({ column, cell }) => elementOf(column, cell)));
    }
  }
}

function cellOf(
  column: FurtherColumn,
  values: ColumnValues,
  id: string,
  computed: AskedEstimates | undefined,
): Cell {
  const figures = computed?.estimates.get(id);
  const everyKind = figures?.everyKind;
  switch (column) {
    case 'input':
      return estimateCell(everyKind?.perThousandInputTokens.gramsCO2e ?? values.input);
    case 'cached':
      return estimateCell(everyKind?.perThousandCachedInputTokens.gramsCO2e ?? values.cached);
    case 'wh':
      return askedCell(figures?.asked.wattHours, values.wattHours, computed);
    case 'water':
      return askedCell(figures?.asked.millilitresWater, values.millilitresWater, computed);
    case 'context':
      return {
        text:
          values.contextTokens === undefined
            ? ''
            : shortTokenText(Number(values.contextTokens.toPrecision(3))),
        key: values.contextTokens,
      };
    case 'parameters':
      return parametersCell(values);
    case 'weights':
      return { text: values.weights, key: ['open', 'closed'].indexOf(values.weights) };
    case 'quality':
      return {
        text: values.quality === undefined ? '' : String(values.quality),
        key: values.quality,
      };
    case 'released':
      return {
        text: values.listed ?? '',
        key: values.listed === undefined ? undefined : Date.parse(values.listed),
      };
    case 'hosts':
      return { text: String(values.hosts), key: values.hosts };
  }
}

function estimateCell(range: Range): Cell {
  return { text: quantityText(range.central), range: rangeText(range), key: range.central };
}

/** A figure that follows what is asked: where something is computed, the published one is another. */
function askedCell(
  asked: Range | undefined,
  published: Range,
  computed: AskedEstimates | undefined,
): Cell {
  if (computed === undefined) return estimateCell(published);
  return asked === undefined ? { text: '–' } : estimateCell(asked);
}

function parametersCell({ totalBillions: total, activeBillions: active }: ColumnValues): Cell {
  if (total === undefined) return { text: '' };
  const text = (billions: NonNullable<typeof total>) =>
    typeof billions === 'number' ? String(billions) : `${billions.low}–${billions.high}`;
  const isDense = active === undefined || text(active) === text(total);
  return {
    text: isDense ? text(total) : `${text(active)} of ${text(total)}`,
    key: typeof total === 'number' ? total : Math.sqrt(total.low * total.high),
  };
}

function headOf(column: FurtherColumn): HTMLElement {
  const { name, head = name } = COLUMN_WORDS[column];
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
  const { name, head = name } = COLUMN_WORDS[column];
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

import { isFurther } from '../../query/columns.ts';
import { isAsked } from '../../query/is-asked.ts';
import { DEFAULT_STATE, type TableState } from '../../query/table-state.ts';
import { parametersOf } from '../../ui/link/address.ts';
import type { TableRow } from './read-rows.ts';
import type { StandingFigures } from './standing-figures.ts';
import type { TableColumns } from './table-columns.ts';
import type { TableFigures } from './table-figures.ts';
import type { TableProblems } from './table-problems.ts';

const OTHER_FIGURES = 'The figures below are as published, not as you ask.';
const NO_COLUMNS = 'The columns that you chose are not there.';

/** A table as its element knows it. */
interface ShownTable {
  rows: readonly TableRow[];
  problems: TableProblems;
  columns: () => TableState['columns'];
  /** Called when rows have other values to be sorted by. */
  showRows: () => void;
}

/** Whether other figures than the published ones are asked for, or other forms of them. */
function asksForOther(search: string): boolean {
  return isAsked(search) || parametersOf(search).has('against');
}

/** What few ask of the table, other figures and further columns: fetched when it is asked for. */
export class AskedParts {
  readonly #table: HTMLElement;
  readonly #shown: ShownTable;
  #figures: Promise<TableFigures> | undefined;
  /** The same once they are there. */
  #figuresNow: TableFigures | undefined;
  #columns: Promise<TableColumns> | undefined;

  constructor(table: HTMLElement, shown: ShownTable) {
    this.#table = table;
    this.#shown = shown;
  }

  /** What the figures in the table are; undefined where they are those that the server has drawn. */
  get standing(): StandingFigures | undefined {
    return this.#figuresNow?.standing;
  }

  /** Figures follow what is asked; until they stand, no published figure passes for them. */
  async followAsked(): Promise<void> {
    if (this.#figures === undefined && !asksForOther(location.search)) {
      // What was asked for before this was there may have been taken back since.
      this.#table.removeAttribute('aria-busy');
      return;
    }
    await this.#shown.problems.trying(
      OTHER_FIGURES,
      () => void this.followAsked(),
      async () => {
        const table = this.#table;
        if (this.#figures === undefined) table.setAttribute('aria-busy', 'true');
        this.#figures ??= import('./table-figures.ts').then(
          (module) => new module.TableFigures(table, this.#shown.rows, () => this.#showFigures()),
        );
        this.#figuresNow = await this.#figures.catch((error: unknown) => {
          this.#figures = undefined;
          table.removeAttribute('aria-busy');
          throw error;
        });
        await this.#figuresNow.follow(location.search);
      },
    );
  }

  #showFigures() {
    this.#shown.showRows();
    void this.followColumns({ isNew: true });
  }

  /** Columns follow those that are chosen; those that stand are written anew when their figures are. */
  async followColumns({ isNew = false } = {}): Promise<void> {
    const { rows, problems, columns, showRows } = this.#shown;
    if (this.#columns === undefined && columns().length === DEFAULT_STATE.columns.length) {
      if (!columns().some(isFurther)) return;
    }
    await problems.trying(
      NO_COLUMNS,
      () => void this.followColumns(),
      async () => {
        this.#columns ??= import('./table-columns.ts').then((module) =>
          module.TableColumns.fetch(this.#table, rows),
        );
        const shown = await this.#columns.catch((error: unknown) => {
          this.#columns = undefined;
          throw error;
        });
        if (asksForOther(location.search)) await this.#figuresNow?.follow(location.search);
        const isOther = shown.show(columns(), this.#figuresNow?.computed, { isNew });
        if (isOther) showRows();
      },
    );
  }
}

import {
  AS_PUBLISHED,
  type Asked,
  askedAsCalled,
  askedOf,
  isAsPublished,
  searchWithAsked,
} from '../../query/asked.ts';
import { isAsServed } from '../../query/asked-scenario.ts';
import { functionalUnitOf, writeFunctionalUnit } from '../../query/asked-words.ts';
import { isFurther } from '../../query/columns.ts';
import { type AskedEstimates, estimatesFor } from '../../query/estimates.ts';
import { COLUMNS_SHOWN } from '../../query/table-link.ts';
import { redrawAxisHead } from '../../ui/chart/axis-head-redraw.ts';
import { LinkReader } from '../../ui/link/link-reader.ts';
import { ADDED_COLUMNS } from './further-columns.ts';
import type { TableRow } from './read-rows.ts';
import { figuresFor, figuresOf, NO_FIGURES, type RowFigures, writeFigures } from './row-figures.ts';
import { tableAxis } from './table-axis.ts';

/**
 * The figures of the table: as published, or as the address asks. Whenever they have changed
 * `onChange` is called, so that rows can be sorted anew. Make it while the rows are as the server has
 * drawn them.
 */
export class TableFigures {
  readonly #table: HTMLElement;
  readonly #rows: readonly TableRow[];
  readonly #onChange: () => void;
  /** By row, since the table sorts its rows. */
  readonly #published: ReadonlyMap<TableRow, RowFigures>;
  readonly #publishedAxis: { head: string; background: string };
  /** What stands or is being computed, as its address has it. */
  #followed = '';
  #step = 0;
  /** What stands where it is not what is published. */
  #computed: AskedEstimates | undefined;

  constructor(table: HTMLElement, rows: readonly TableRow[], onChange: () => void) {
    this.#table = table;
    this.#rows = rows;
    this.#onChange = onChange;
    this.#published = new Map(
      rows.map((row) => {
        const { element, low, median, high, class: place } = row;
        return [row, figuresOf(element, { low, median, high, class: place })];
      }),
    );
    this.#publishedAxis = {
      head: this.#axis?.innerHTML ?? '',
      background: table.style.getPropertyValue('--gl'),
    };
  }

  get #axis() {
    return this.#table.querySelector('.head .axis');
  }

  /** The estimates that stand; undefined where they are those that are published. */
  get computed(): AskedEstimates | undefined {
    return this.#computed;
  }

  /** Follows an address. Resolves when all figures stand; rejects where they cannot be computed. */
  async follow(search: string): Promise<void> {
    const columns = new LinkReader(search).read(COLUMNS_SHOWN);
    const everyKind = columns.some(
      (column) => isFurther(column) && ADDED_COLUMNS[column].ofEveryKind === true,
    );
    const asCalled = askedAsCalled(search);
    const followed = `${searchWithAsked(asCalled, '')} ${everyKind}`;
    if (followed === this.#followed) return;
    this.#followed = followed;
    this.#step += 1;
    const step = this.#step;
    if (isAsPublished(asCalled)) {
      this.#publish();
      return;
    }
    this.#table.setAttribute('aria-busy', 'true');
    this.#table.toggleAttribute('data-in-scenario', !isAsServed(asCalled.scenario));
    this.#sayUnit(asCalled);
    this.#onChange();
    try {
      const asked = await askedOf(search);
      if (step !== this.#step) return;
      if (isAsPublished(asked)) {
        this.#publish();
        return;
      }
      this.#table.toggleAttribute('data-in-scenario', !isAsServed(asked.scenario));
      const ids = this.#rows.map(({ id }) => id);
      const computed = await estimatesFor({ asked, ids, everyKind, standing: true });
      if (step !== this.#step) return;
      this.#computed = computed;
      this.#write(computed);
    } catch (error) {
      if (step !== this.#step) return;
      this.#followed = '';
      this.#publish();
      throw error;
    }
  }

  #publish() {
    this.#computed = undefined;
    for (const [row, figures] of this.#published) {
      writeFigures(row.element, figures);
      Object.assign(row, figures.keys);
    }
    const { head, background } = this.#publishedAxis;
    if (this.#axis !== null) this.#axis.innerHTML = head;
    this.#table.style.setProperty('--gl', background);
    this.#table.removeAttribute('aria-busy');
    this.#table.removeAttribute('data-in-scenario');
    this.#sayUnit(AS_PUBLISHED);
    this.#onChange();
  }

  #write({ estimates, leftOut }: AskedEstimates) {
    const ranges = [...estimates.values()].map(({ asked }) => asked.gramsCO2e);
    const { axis, medians, background } = tableAxis(ranges);
    for (const row of this.#rows) {
      const { asked, standing } = estimates.get(row.id) ?? {};
      const figures =
        asked === undefined
          ? NO_FIGURES
          : figuresFor(asked.gramsCO2e, standing?.emissionClass, axis);
      writeFigures(row.element, figures, leftOut.get(row.id));
      Object.assign(row, figures.keys);
    }
    const head = this.#table.querySelector('.head .chart');
    if (head !== null) redrawAxisHead(head, axis, medians);
    this.#table.style.setProperty('--gl', background);
    this.#table.removeAttribute('aria-busy');
    this.#onChange();
  }

  #sayUnit(asked: Asked) {
    const words = functionalUnitOf(asked);
    writeFunctionalUnit(this.#table, words);
    this.#table.setAttribute('aria-label', `Models with their grams of CO2e per ${words}`);
  }
}

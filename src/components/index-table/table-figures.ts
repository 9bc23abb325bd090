import { AGAINST_WORDS, HELD_AGAINST } from '../../query/against.ts';
import {
  AS_PUBLISHED,
  type Asked,
  areAsPublished,
  askedAsCalled,
  askedOf,
  searchWithAsked,
} from '../../query/asked.ts';
import { isAsServed } from '../../query/asked-scenario.ts';
import { functionalUnitOf, writeFunctionalUnit } from '../../query/asked-words.ts';
import { nowFromSearch } from '../../query/choice.ts';
import { isFurther } from '../../query/columns.ts';
import type { AskedEstimates } from '../../query/estimates.ts';
import { writeMassUnit } from '../../query/in-mass-unit.ts';
import { MASS_UNIT_WORDS, type MassUnit, PUBLISHED_MASS_UNIT } from '../../query/mass-unit.ts';
import { COLUMNS_SHOWN } from '../../query/table-link.ts';
import { redrawAxisHead } from '../../ui/chart/axis-head-redraw.ts';
import { KeptContent } from '../../ui/kept-content.ts';
import { LinkReader } from '../../ui/link/link-reader.ts';
import { ADDED_COLUMNS } from './further-columns.ts';
import { figuresAgainst, type ShownFigures } from './held-figures.ts';
import type { TableRow } from './read-rows.ts';
import {
  figuresFor,
  figuresOf,
  NO_FIGURES,
  publishedIn,
  type RowFigures,
  writeFigures,
} from './row-figures.ts';
import { DRAWN_FIGURES, type StandingFigures } from './standing-figures.ts';
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
  readonly #publishedAxis: { head: KeptContent | undefined; background: string };
  /** What stands or is being computed, as its address has it. */
  #followed = '';
  #step = 0;
  /** What the server calls what is counted. */
  #grams: KeptContent | undefined;
  /** What stands where it is not what is published. */
  #computed: AskedEstimates | undefined;
  #standing = DRAWN_FIGURES;

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
      head: this.#axis === null ? undefined : new KeptContent(this.#axis),
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

  /** What the figures are that stand, or that stood last while others are computed. */
  get standing(): StandingFigures {
    return this.#standing;
  }

  /** Follows an address. Resolves when all figures stand; rejects where they cannot be computed. */
  async follow(search: string): Promise<void> {
    const link = new LinkReader(search);
    const against = link.read(HELD_AGAINST);
    const everyKind = link
      .read(COLUMNS_SHOWN)
      .some((column) => isFurther(column) && ADDED_COLUMNS[column].ofEveryKind === true);
    const asCalled = askedAsCalled(search);
    const heldAgainst = against === 'now' ? `now ${nowFromSearch(search)}` : against;
    const followed = [searchWithAsked(asCalled, ''), everyKind, heldAgainst].join(' ');
    if (followed === this.#followed) return;
    this.#followed = followed;
    this.#step += 1;
    const step = this.#step;
    if (areAsPublished(asCalled) && against === '') {
      this.#publish(asCalled.unit);
      return;
    }
    this.#table.setAttribute('aria-busy', 'true');
    this.#table.toggleAttribute('data-in-scenario', !isAsServed(asCalled.scenario));
    this.#sayUnit(asCalled, against === '' ? '' : AGAINST_WORDS[against]);
    this.#onChange();
    try {
      const asked = await askedOf(search);
      if (step !== this.#step) return;
      if (areAsPublished(asked) && against === '') {
        this.#publish(asked.unit);
        return;
      }
      this.#table.toggleAttribute('data-in-scenario', !isAsServed(asked.scenario));
      const shown = await figuresAgainst(against, asked, {
        ids: this.#rows.map(({ id }) => id),
        search,
        everyKind,
      });
      if (step !== this.#step) return;
      this.#computed = shown.computed;
      this.#standing = { asked, against, inUse: shown.inUse };
      this.#sayUnit(asked, shown.against);
      this.#write(shown);
    } catch (error) {
      if (step !== this.#step) return;
      this.#followed = '';
      this.#publish(asCalled.unit);
      throw error;
    }
  }

  /** What is published, in a unit: bars and lines of the grid stand where they stand in grams. */
  #publish(unit: MassUnit) {
    this.#computed = undefined;
    this.#standing = { asked: { ...AS_PUBLISHED, unit }, against: '' };
    for (const [row, figures] of this.#published) {
      const shown = publishedIn(unit, figures);
      writeFigures(row.element, shown);
      Object.assign(row, shown.keys);
    }
    const { head, background } = this.#publishedAxis;
    head?.restore();
    this.#table.style.setProperty('--gl', background);
    if (unit !== PUBLISHED_MASS_UNIT) this.#relabelAxis();
    this.#table.removeAttribute('aria-busy');
    this.#table.removeAttribute('data-in-scenario');
    this.#sayUnit(this.#standing.asked);
    this.#onChange();
  }

  #relabelAxis() {
    const { axis, medians } = tableAxis(
      this.#rows.flatMap(({ low, median, high }) =>
        low === undefined || median === undefined || high === undefined
          ? []
          : [{ low, central: median, high }],
      ),
    );
    const head = this.#table.querySelector('.head .chart');
    if (head !== null) redrawAxisHead(head, axis, medians);
  }

  #write({ figures, against, computed }: ShownFigures) {
    const ranges = [...figures.values()].map(({ range }) => range);
    const { axis, medians, background } = tableAxis(ranges, against === '' ? undefined : 1);
    for (const row of this.#rows) {
      const shown = figures.get(row.id);
      // As published a class is that of the server.
      const place = computed === undefined ? this.#published.get(row)?.keys.class : shown?.place;
      const texts = shown === undefined ? NO_FIGURES : figuresFor(shown.range, place, axis);
      writeFigures(row.element, texts, computed?.leftOut.get(row.id));
      Object.assign(row, texts.keys);
    }
    const head = this.#table.querySelector('.head .chart');
    if (head !== null) redrawAxisHead(head, axis, medians);
    this.#table.style.setProperty('--gl', background);
    this.#table.removeAttribute('aria-busy');
    this.#onChange();
  }

  /** Says what the figures are: in what unit, or multiples of what is named. */
  #sayUnit(asked: Asked, against = '') {
    const words = functionalUnitOf(asked);
    writeFunctionalUnit(this.#table, words);
    const quantity = this.#table.querySelector('[data-quantity]');
    if (quantity !== null) {
      this.#grams ??= new KeptContent(quantity);
      if (against === '') this.#grams.restore();
      else quantity.textContent = `Times ${against},`;
    }
    writeMassUnit(this.#table, asked.unit);
    const figures =
      against === ''
        ? `${MASS_UNIT_WORDS[asked.unit]} of CO2e`
        : `CO2e as multiples of ${against},`;
    this.#table.setAttribute('aria-label', `Models with their ${figures} per ${words}`);
  }
}

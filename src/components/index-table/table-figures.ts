import type { ModelEstimate } from '../../estimation/estimate.ts';
import type { RankInterval } from '../../estimation/ranking.ts';
import { redrawAxisHead } from '../axis-head-redraw.ts';
import { estimatesUnder } from '../scenario/scenario-estimates.ts';
import { isAsServed, type ScenarioState, searchWithScenario } from '../scenario/scenario-state.ts';
import type { TableRow } from './read-rows.ts';
import { figuresFor, figuresOf, type RowFigures, writeFigures } from './row-figures.ts';
import { tableAxis } from './table-axis.ts';

/**
 * The figures of the table: as published, or under the scenario that the address holds. Whenever
 * they have changed `onChange` is called, so that rows can be sorted anew. Make it while the rows are
 * as the server has drawn them.
 */
export class TableFigures {
  readonly #table: HTMLElement;
  readonly #rows: readonly TableRow[];
  readonly #onChange: () => void;
  /** By row, since the table sorts its rows. */
  readonly #published: ReadonlyMap<TableRow, RowFigures>;
  readonly #publishedAxis: { head: string; background: string };
  /** The scenario that stands or is being computed, as its address has it. */
  #followed = '';
  #step = 0;

  constructor(table: HTMLElement, rows: readonly TableRow[], onChange: () => void) {
    this.#table = table;
    this.#rows = rows;
    this.#onChange = onChange;
    this.#published = new Map(
      rows.map((row) => {
        const { element, low, median, high, rank } = row;
        return [row, figuresOf(element, { low, median, high, rank })];
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

  /** Follows the scenario. Resolves when all figures stand; rejects where they cannot be computed. */
  async follow(scenario: ScenarioState): Promise<void> {
    const followed = searchWithScenario(scenario, '');
    if (followed === this.#followed) return;
    this.#followed = followed;
    this.#step += 1;
    const step = this.#step;
    if (isAsServed(scenario)) {
      this.#publish();
      return;
    }
    this.#table.setAttribute('aria-busy', 'true');
    this.#table.dataset.inScenario = '';
    this.#onChange();
    try {
      const { estimates, ranks } = await estimatesUnder(scenario, { ranked: true });
      if (step !== this.#step) return;
      this.#write(estimates);
      const ranked = await ranks;
      if (step === this.#step) this.#write(estimates, ranked);
    } catch (error) {
      if (step !== this.#step) return;
      this.#followed = '';
      this.#publish();
      throw error;
    }
  }

  #publish() {
    for (const [row, figures] of this.#published) {
      writeFigures(row.element, figures);
      Object.assign(row, figures.keys);
    }
    const { head, background } = this.#publishedAxis;
    if (this.#axis !== null) this.#axis.innerHTML = head;
    this.#table.style.setProperty('--gl', background);
    this.#table.removeAttribute('aria-busy');
    delete this.#table.dataset.inScenario;
    this.#onChange();
  }

  #write(estimates: ReadonlyMap<string, ModelEstimate>, ranks?: ReadonlyMap<string, RankInterval>) {
    const ranges = [...estimates.values()].map(
      ({ perThousandOutputTokens }) => perThousandOutputTokens.gramsCO2e,
    );
    const { axis, medians, background } = tableAxis(ranges);
    for (const row of this.#rows) {
      const range = estimates.get(row.id)?.perThousandOutputTokens.gramsCO2e;
      if (range === undefined) continue;
      const figures = figuresFor(range, ranks?.get(row.id), axis);
      writeFigures(row.element, figures);
      Object.assign(row, figures.keys);
    }
    const head = this.#table.querySelector('.head .chart');
    if (head !== null) redrawAxisHead(head, axis, medians);
    this.#table.style.setProperty('--gl', background);
    this.#table.removeAttribute('aria-busy');
    this.#onChange();
  }
}

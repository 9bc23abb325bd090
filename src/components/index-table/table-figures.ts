import type { ModelEstimate } from '../../estimation/estimate.ts';
import type { RankInterval } from '../../estimation/ranking.ts';
import { isAsServed, scenarioFromSearch, searchWithScenario } from '../scenario/scenario-state.ts';
import { figuresFor, type RowFigures, writeFigures } from './row-figures.ts';
import type { RowKeys } from './row-order.ts';
import { redrawAxisHead, tableAxis } from './table-axis.ts';

/** A row whose figures may change. */
export interface FiguredRow extends RowKeys {
  element: HTMLElement;
  id: string;
  /** As the server has drawn them. */
  published: RowFigures;
}

/**
 * The figures of the table: as published, or under the scenario that the address holds. Whenever
 * they have changed `onChange` is called, so that rows can be sorted anew.
 */
export class TableFigures {
  readonly #table: HTMLElement;
  readonly #rows: readonly FiguredRow[];
  readonly #onChange: () => void;
  readonly #publishedAxis: { head: string; background: string };
  #isPublished = true;
  #step = 0;

  constructor(table: HTMLElement, rows: readonly FiguredRow[], onChange: () => void) {
    this.#table = table;
    this.#rows = rows;
    this.#onChange = onChange;
    this.#publishedAxis = {
      head: this.#head?.innerHTML ?? '',
      background: table.style.getPropertyValue('--gl'),
    };
  }

  get #head() {
    return this.#table.querySelector('.head .chart');
  }

  /** Follows the address. Resolves when all figures stand; rejects where they cannot be computed. */
  async follow(): Promise<void> {
    this.#step += 1;
    const step = this.#step;
    const scenario = scenarioFromSearch(location.search);
    for (const { element } of this.#rows) {
      const link = element.querySelector('a');
      // An address within the site, as the server has written it.
      link?.setAttribute('href', `${link.pathname}${searchWithScenario(scenario, '')}`);
    }
    if (isAsServed(scenario)) {
      this.#publish();
      return;
    }
    this.#table.setAttribute('aria-busy', 'true');
    try {
      const { estimatesUnder } = await import('../scenario/scenario-estimates.ts');
      const { estimates, ranks } = await estimatesUnder(scenario, { ranked: true });
      if (step !== this.#step) return;
      this.#write(estimates);
      const ranked = await ranks;
      if (step === this.#step) this.#write(estimates, ranked);
    } catch (error) {
      if (step !== this.#step) return;
      this.#publish();
      throw error;
    }
  }

  #publish() {
    this.#table.removeAttribute('aria-busy');
    if (this.#isPublished) return;
    this.#isPublished = true;
    for (const row of this.#rows) {
      writeFigures(row.element, row.published);
      Object.assign(row, row.published.keys);
    }
    const { head, background } = this.#publishedAxis;
    if (this.#head !== null) this.#head.innerHTML = head;
    this.#table.style.setProperty('--gl', background);
    this.#onChange();
  }

  #write(estimates: ReadonlyMap<string, ModelEstimate>, ranks?: ReadonlyMap<string, RankInterval>) {
    const ranges = [...estimates.values()].map(
      ({ perThousandOutputTokens }) => perThousandOutputTokens.gramsCO2e,
    );
    const drawn = tableAxis(ranges);
    for (const row of this.#rows) {
      const range = estimates.get(row.id)?.perThousandOutputTokens.gramsCO2e;
      if (range === undefined) continue;
      const figures = figuresFor(range, ranks?.get(row.id), drawn.axis);
      writeFigures(row.element, figures);
      Object.assign(row, figures.keys);
    }
    if (this.#head !== null) redrawAxisHead(this.#head, drawn);
    this.#table.style.setProperty('--gl', drawn.background);
    this.#isPublished = false;
    this.#table.removeAttribute('aria-busy');
    this.#onChange();
  }
}

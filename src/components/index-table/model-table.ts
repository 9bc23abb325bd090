import { SCENARIO_CHANGED } from '../scenario/scenario-changed.ts';
import { isAsServed, scenarioFromSearch } from '../scenario/scenario-state.ts';
import { readFilters, writeCounts, writeFilters } from './filter-controls.ts';
import { offerNearMisses } from './near-misses.ts';
import { readRows, type TableRow } from './read-rows.ts';
import { FILTERS, failedFilters, withoutFilter } from './row-filters.ts';
import { compareRows } from './row-order.ts';
import type { ExportWay } from './table-export.ts';
import type { TableFigures } from './table-figures.ts';
import {
  DEFAULT_STATE,
  SORT_KEYS,
  type SortKey,
  searchFromState,
  stateFromSearch,
  type TableState,
} from './table-state.ts';

/** What is announced for each sort, ascending first. */
const SORT_WORDS: Readonly<Record<SortKey, readonly [string, string]>> = {
  rank: ['rank, lowest first', 'rank, highest first'],
  name: ['name, A first', 'name, Z first'],
  evidence: ['evidence, strongest first', 'evidence, weakest first'],
  median: ['median, lowest first', 'median, highest first'],
  spread: ['range, narrowest first', 'range, widest first'],
  price: ['price, lowest first', 'price, highest first'],
};

/**
 * Sorts, searches and filters the rows that the server has drawn, and keeps the URL in step. Without
 * it the table is complete, in the default order.
 */
class ModelTable extends HTMLElement {
  #rows: TableRow[] = [];
  #figures: Promise<TableFigures> | undefined;
  #state: TableState = stateFromSearch('');
  #aborter = new AbortController();

  connectedCallback() {
    const { signal } = this.#aborter;
    this.#rows = readRows(this);
    this.#restore();
    void this.#followScenario();
    this.addEventListener('input', ({ target }) => this.#readControls(target), { signal });
    this.addEventListener('click', (event) => this.#onClick(event), { signal });
    this.addEventListener('submit', (event) => event.preventDefault(), { signal });
    const onPopState = () => {
      this.#restore();
      void this.#followScenario();
    };
    addEventListener('popstate', onPopState, { signal });
    document.addEventListener(SCENARIO_CHANGED, () => void this.#followScenario(), { signal });
    addEventListener('keydown', (event) => this.#onKey(event), { signal });
    document.documentElement.classList.remove('state-pending');
  }

  disconnectedCallback() {
    this.#aborter.abort();
    this.#aborter = new AbortController();
  }

  get #table() {
    return this.querySelector<HTMLElement>('[role=table]');
  }

  get #search() {
    return this.querySelector<HTMLInputElement>('input[type=search]');
  }

  #restore() {
    this.#state = writeFilters(this, stateFromSearch(location.search));
    this.#show();
  }

  #readControls(changed: EventTarget | null) {
    // The fields of the export ask nothing of the rows.
    if (!(changed instanceof Element) || !changed.hasAttribute('name')) return;
    // Each letter typed must not become a step of the way back.
    const typed = changed instanceof HTMLInputElement && changed.type !== 'checkbox';
    this.#change(readFilters(this), typed ? 'replaceState' : 'pushState');
  }

  #onClick({ target }: Event) {
    if (!(target instanceof Element)) return;
    if (target.closest('[data-reset]') !== null) {
      const search = searchFromState(DEFAULT_STATE, location.search);
      history.pushState(null, '', `${location.pathname}${search}`);
      this.#restore();
      this.#search?.focus();
      return;
    }
    const way = target.closest<HTMLElement>('[data-export]')?.dataset.export;
    if (way === 'copy' || way === 'download') {
      void this.#export(way);
      return;
    }
    const dropped = target.closest<HTMLElement>('[data-drop]')?.dataset.drop;
    const filter = FILTERS.find((known) => known === dropped);
    if (filter !== undefined) {
      this.#change(withoutFilter(this.#state, filter));
      writeFilters(this, this.#state);
      this.#search?.focus();
      return;
    }
    const key = target.closest<HTMLElement>('[data-sort]')?.dataset.sort;
    const sort = SORT_KEYS.find((known) => known === key);
    if (sort === undefined) return;
    this.#change({ sort, descending: sort === this.#state.sort && !this.#state.descending });
  }

  #onKey(event: KeyboardEvent) {
    const typing =
      event.target instanceof Element && event.target.closest('input, select, textarea');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#search?.focus();
  }

  async #followScenario() {
    const scenario = scenarioFromSearch(location.search);
    const problem = this.querySelector('[data-problem]');
    problem?.toggleAttribute('hidden', true);
    if (this.#figures === undefined && isAsServed(scenario)) return;
    try {
      const figures = await this.#figuresReady();
      await figures.follow(scenario);
    } catch (error) {
      if (problem === null) return;
      const reason = error instanceof Error ? error.message : String(error);
      problem.textContent = `The figures below are as served, not those of your scenario. ${reason}.`;
      problem.toggleAttribute('hidden', false);
    }
  }

  /** What computes is fetched with the first scenario; meanwhile no published figure passes for it. */
  #figuresReady(): Promise<TableFigures> {
    const table = this.#table;
    if (table === null) throw new Error('There is no table');
    if (this.#figures !== undefined) return this.#figures;
    table.setAttribute('aria-busy', 'true');
    const figures = import('./table-figures.ts').then(
      (module) => new module.TableFigures(table, this.#rows, () => this.#show()),
    );
    this.#figures = figures;
    figures.catch(() => {
      this.#figures = undefined;
      table.removeAttribute('aria-busy');
    });
    return figures;
  }

  async #export(way: ExportWay) {
    const said = this.querySelector('[data-export-said]');
    if (said === null) return;
    said.textContent = '';
    try {
      if (this.#table?.hasAttribute('aria-busy'))
        throw new Error('Your scenario is being computed');
      const { exportRows } = await import('./table-export.ts');
      const shown = this.#rows.filter(({ element }) => !element.hidden);
      said.textContent = await exportRows(this, shown, way);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      said.textContent = `Nothing was exported. ${reason}. Trying again may help.`;
    }
  }

  #change(part: Partial<TableState>, step: 'pushState' | 'replaceState' = 'pushState') {
    this.#state = { ...this.#state, ...part };
    history[step](null, '', `${location.pathname}${searchFromState(this.#state, location.search)}`);
    this.#show();
  }

  #show() {
    const { sort, descending } = this.#state;
    this.#rows.sort((a, b) => compareRows(a, b, this.#state));
    const failed = new Map(this.#rows.map((row) => [row, failedFilters(row, this.#state)]));
    let shown = 0;
    for (const [{ element }, filters] of failed) {
      const hidden = filters.length > 0;
      if (element.hidden !== hidden) element.hidden = hidden;
      if (!hidden) shown += 1;
    }
    writeCounts(this, this.#rows, failed, this.#state);
    if (shown === 0) offerNearMisses(this, failed.values());
    const body = this.querySelector('[data-rows]');
    if (this.#rows.some(({ element }, index) => body?.children[index] !== element)) {
      body?.replaceChildren(...this.#rows.map(({ element }) => element));
    }
    for (const header of this.querySelectorAll<HTMLElement>('[role=columnheader]')) {
      const sorted = header.querySelector<HTMLElement>('[data-sort]')?.dataset.sort === sort;
      if (sorted) header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      else header.removeAttribute('aria-sort');
    }
    const [ascendingWords, descendingWords] = SORT_WORDS[sort];
    const output = this.querySelector('output');
    if (output !== null) {
      const count =
        shown === this.#rows.length ? `${shown} models` : `${shown} of ${this.#rows.length} models`;
      const order = `by ${descending ? descendingWords : ascendingWords}`;
      const isBusy = this.#table?.hasAttribute('aria-busy');
      output.textContent = `${count}, ${isBusy ? 'computing your scenario' : order}`;
    }
    const done = this.querySelector('[data-shown]');
    if (done !== null) done.textContent = String(shown);
    this.querySelector('[data-nothing]')?.toggleAttribute('hidden', shown > 0);
    this.querySelector('button[data-reset]')?.toggleAttribute(
      'hidden',
      searchFromState(this.#state) === '',
    );
  }
}

customElements.define('model-table', ModelTable);

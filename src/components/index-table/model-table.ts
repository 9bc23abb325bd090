import { EVIDENCE_TIERS } from '../../estimation/tier.ts';
import { SCENARIO_CHANGED } from '../scenario/scenario-changed.ts';
import { isAsServed, scenarioFromSearch } from '../scenario/scenario-state.ts';
import { compareRows, isShown } from './row-order.ts';
import type { FiguredRow, TableFigures } from './table-figures.ts';
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
  #rows: FiguredRow[] = [];
  #figures: Promise<TableFigures> | undefined;
  #state: TableState = stateFromSearch('');
  #aborter = new AbortController();

  connectedCallback() {
    const { signal } = this.#aborter;
    this.#rows = [...this.querySelectorAll<HTMLElement>('[data-values]')].map(readRow);
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
    this.#state = stateFromSearch(location.search);
    const { query, provider, evidence } = this.#state;
    if (this.#search !== null) this.#search.value = query;
    const select = this.querySelector('select');
    if (select !== null) {
      // A provider that has left the list is not a filter any more.
      const listed = [...select.options].some(({ value }) => value === provider);
      select.value = listed ? provider : '';
      this.#state = { ...this.#state, provider: select.value };
    }
    for (const box of this.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
      box.checked = evidence.some((tier) => tier === box.value);
    }
    this.#show();
  }

  #readControls(changed: EventTarget | null) {
    const checked = [...this.querySelectorAll<HTMLInputElement>('input[type=checkbox]:checked')];
    const part = {
      query: this.#search?.value ?? '',
      provider: this.querySelector('select')?.value ?? '',
      evidence: EVIDENCE_TIERS.filter((tier) => checked.some(({ value }) => value === tier)),
    };
    // Each letter typed must not become a step of the way back.
    this.#change(part, changed === this.#search ? 'replaceState' : 'pushState');
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

  #change(part: Partial<TableState>, step: 'pushState' | 'replaceState' = 'pushState') {
    this.#state = { ...this.#state, ...part };
    history[step](null, '', `${location.pathname}${searchFromState(this.#state, location.search)}`);
    this.#show();
  }

  #show() {
    const { sort, descending } = this.#state;
    this.#rows.sort((a, b) => compareRows(a, b, this.#state));
    let shown = 0;
    for (const row of this.#rows) {
      const hidden = !isShown(row, this.#state);
      if (row.element.hidden !== hidden) row.element.hidden = hidden;
      if (!hidden) shown += 1;
    }
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
    this.querySelector('[data-nothing]')?.toggleAttribute('hidden', shown > 0);
    this.querySelector('button[data-reset]')?.toggleAttribute(
      'hidden',
      searchFromState(this.#state) === '',
    );
  }
}

function readRow(element: HTMLElement): FiguredRow {
  const { provider = '', evidence, values = '' } = element.dataset;
  const [median = 0, low = 1, high = 1, rank = 0, price] = values.split(' ').map(Number);
  const link = element.querySelector('a');
  const name = link?.textContent?.trim() ?? '';
  const id = decodeURIComponent(link?.pathname ?? '').replace(/^\/models\/|\/$/g, '');
  return {
    element,
    id,
    name,
    searched:
      `${name} ${id} ${element.querySelector('[data-maker]')?.textContent ?? ''}`.toLowerCase(),
    provider,
    evidence: EVIDENCE_TIERS.find((tier) => tier === evidence) ?? 'price',
    rank,
    median,
    spread: high / low,
    price,
  };
}

customElements.define('model-table', ModelTable);

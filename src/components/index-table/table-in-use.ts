import { canSortBy } from '../../query/columns.ts';
import { ASKED_CHANGED } from '../../query/is-asked.ts';
import { providersIn } from '../../query/providers-in.ts';
import {
  DEFAULT_STATE,
  SORT_KEYS,
  searchFromState,
  type TableState,
} from '../../query/table-state.ts';
import { changeAddress } from '../../ui/link/address.ts';
import { reasonOf } from '../../ui/try-again.ts';
import { tellCandidates } from './answer-candidates.ts';
import { AskedParts } from './asked-parts.ts';
import { finishPrice, markSet, readFilters, writeFilters } from './filter-controls.ts';
import { ROWS_A_PAGE } from './index-pages.ts';
import type { QueryReader } from './query-reader.ts';
import { readRows, type TableRow } from './read-rows.ts';
import { showRows, sortNameOf } from './row-display.ts';
import { FILTERS, withoutFilter } from './row-filters.ts';
import { RowSelection } from './row-selection.ts';
import type { ExportWay } from './table-export.ts';
import { TableProblems } from './table-problems.ts';

const UNREAD_QUERY = 'What else your words may mean could not be looked up.';

/**
 * Sorts, searches and filters the rows that the server has drawn, those of further pages with them, and
 * keeps the URL in step. What few ask for is fetched when it is asked for.
 */
export class TableInUse {
  readonly #root: HTMLElement;
  readonly #rows: TableRow[];
  readonly #parts: AskedParts | undefined;
  #columnsStand: Promise<void> = Promise.resolve();
  #reader: QueryReader | undefined;
  #queryRead: Promise<void> = Promise.resolve();
  readonly #selection: RowSelection;
  readonly #problems: TableProblems;
  #state: TableState = DEFAULT_STATE;
  #most = ROWS_A_PAGE;
  readonly #title = document.title;

  constructor(root: HTMLElement, further: readonly HTMLElement[], signal: AbortSignal) {
    this.#root = root;
    this.#rows = readRows(root, further);
    this.#problems = new TableProblems(root);
    this.#parts =
      this.#table === null
        ? undefined
        : new AskedParts(this.#table, {
            rows: this.#rows,
            problems: this.#problems,
            columns: () => this.#state.columns,
            showRows: () => {
              this.#showRows();
              void this.#sayTitle();
            },
          });
    this.#selection = new RowSelection(root, this.#rows);
    const restored = this.#restore();
    root.addEventListener('input', ({ target }) => this.#readControls(target), { signal });
    root.addEventListener('change', ({ target }) => finishPrice(root, target), { signal });
    root.addEventListener('click', (event) => this.#onClick(event), { signal });
    root.addEventListener('keydown', (event) => this.#onKey(event), { signal });
    const onPopState = () => {
      void this.#restore();
      this.#selection.restore();
    };
    const onAsked = () => {
      this.#selection.restore();
      void this.#parts?.followAsked();
    };
    addEventListener('popstate', onPopState, { signal });
    document.addEventListener(ASKED_CHANGED, onAsked, { signal });
    // A link's rows are shown when they stand, with the columns it asks for.
    void restored
      .then(() => Promise.all([this.#columnsStand, this.#queryRead]))
      .finally(() => document.documentElement.classList.remove('state-pending'));
  }

  get #table() {
    return this.#root.querySelector<HTMLElement>('[role=table]');
  }

  get #search() {
    return this.#root.querySelector<HTMLInputElement>('input[type=search]');
  }

  /** Shows what the address asks for; what reads it is fetched when it first asks for something. */
  async #restore() {
    const { search } = location;
    await this.#problems.trying(
      'The table is as published, not as the link asks.',
      () => void this.#restore(),
      async () => {
        const state =
          search === ''
            ? DEFAULT_STATE
            : (await import('../../query/table-link.ts')).stateFromSearch(search, {
                providers: providersIn(this.#root),
              });
        if (location.search === search) this.#state = state;
      },
    );
    writeFilters(this.#root, this.#state);
    this.#show();
  }

  #readControls(changed: EventTarget | null) {
    // The fields of the export ask nothing of the rows.
    if (!(changed instanceof Element) || !changed.hasAttribute('name')) return;
    // Those of the scenario are read by what follows it.
    if (changed.closest('scenario-controls') !== null) return;
    // Each letter typed must not become a step of the way back.
    const typed = changed instanceof HTMLInputElement && changed.type !== 'checkbox';
    this.#change(
      readFilters(this.#root, changed, this.#state),
      typed ? 'replaceState' : 'pushState',
    );
  }

  #onClick({ target }: Event) {
    if (!(target instanceof Element)) return;
    if (target.closest('[data-reset]') !== null) {
      this.#change({ ...DEFAULT_STATE, columns: this.#state.columns });
      writeFilters(this.#root, this.#state);
      this.#search?.focus();
      return;
    }
    if (target.closest('[data-show-all]') !== null) {
      this.#most = Number.POSITIVE_INFINITY;
      this.#showRows();
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
      writeFilters(this.#root, this.#state);
      this.#search?.focus();
      return;
    }
    const key = target.closest<HTMLElement>('[data-sort]')?.dataset.sort;
    const sort = SORT_KEYS.find((known) => known === key);
    if (sort === undefined) return;
    this.#change({ sort, descending: sort === this.#state.sort && !this.#state.descending });
  }

  #onKey({ key, target }: KeyboardEvent) {
    if (key === 'Enter' && target === this.#search) void this.#take();
  }

  #change(part: Partial<TableState>, step: 'pushState' | 'replaceState' = 'pushState') {
    const changed = { ...this.#state, ...part };
    const { sort, descending } = DEFAULT_STATE;
    this.#state = canSortBy(changed.sort, changed.columns)
      ? changed
      : { ...changed, sort, descending };
    changeAddress(searchFromState(this.#state, location.search), step);
    // The way back leads to an address that has to be read.
    void import('../../query/table-link.ts').catch(() => undefined);
    this.#show();
  }

  #show() {
    this.#markAndShow();
    void this.#sayTitle();
    void this.#parts?.followAsked();
    this.#columnsStand = this.#parts?.followColumns() ?? Promise.resolve();
    this.#queryRead = this.#readQuery();
  }

  #showRows() {
    showRows(this.#root, this.#rows, this.#state, {
      read: this.#reader?.wordsOf(this.#state.query),
      most: this.#most,
    });
    tellCandidates(this.#root, this.#rows, this.#state);
  }

  /** Reads the query as names are read; until that can be done, its words stand for themselves. */
  async #readQuery() {
    const { query } = this.#state;
    await this.#problems.trying(
      UNREAD_QUERY,
      () => void this.#readQuery(),
      async () => {
        if (query === '') return;
        const { QueryReader } = await import('./query-reader.ts');
        this.#reader ??= new QueryReader(this.#rows);
        const isNew = await this.#reader.read(query);
        if (isNew && query === this.#state.query) this.#markAndShow();
      },
    );
  }

  #markAndShow() {
    markSet(this.#root, this.#state);
    this.#reader?.mark(this.#state.query);
    this.#showRows();
  }

  /** Enter opens the model that the query means for certain, or leads to the one meant most likely. */
  async #take() {
    await this.#queryRead;
    const { query } = this.#state;
    await this.#problems.trying(
      UNREAD_QUERY,
      () => void this.#take(),
      async () => {
        if (query !== '') await this.#reader?.take(query);
      },
    );
  }

  async #sayTitle() {
    const { search } = location;
    if (search === '') {
      document.title = this.#title;
      return;
    }
    const { titleOf } = await import('./table-title.ts');
    if (search !== location.search) return;
    const words = titleOf(this.#state, this.#parts?.standing, {
      providerName:
        this.#rows.find(({ provider }) => provider === this.#state.provider)?.makerName ?? '',
      sortName: sortNameOf(this.#root, this.#state.sort),
    });
    document.title = words === '' ? this.#title : `${words} · LLM Carbon Index`;
  }

  async #export(way: ExportWay) {
    const said = this.#root.querySelector('[data-export-said]');
    if (said === null) return;
    said.textContent = '';
    try {
      const { exportRows } = await import('./table-export.ts');
      const shown = this.#rows.filter(({ element }) => !element.hidden);
      said.textContent = await exportRows(this.#root, shown, way, this.#parts?.standing);
    } catch (error) {
      said.textContent = `Nothing was exported. ${reasonOf(error)}. Trying again may help.`;
    }
  }
}

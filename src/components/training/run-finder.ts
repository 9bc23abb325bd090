import { ADDRESS_CHANGED, changeAddress, parametersOf, searchWith } from '../../ui/link/address.ts';
import { sitePath } from '../../ui/link/site-path.ts';
import { ListeningElement } from '../../ui/listening-element.ts';
import { showProblem } from '../../ui/try-again.ts';
import {
  askedOf,
  COUNT,
  isFound,
  questionNamed,
  type SearchedRun,
  withAsked,
} from './run-query.ts';

const NOT_FETCHED = 'The other pages could not be fetched: only this page is searched.';
const NOT_COUNTED =
  'What counts accelerators could not be fetched: the figures are those of before.';

/** A row of the table, with what the search looks through. */
interface FoundRun {
  row: HTMLTableRowElement;
  searched: SearchedRun;
}

/**
 * Searches and filters the table of runs inside it, and keeps the address in step. The rows of the
 * further pages are fetched when they are first needed, by a search or an order; without it each page is
 * complete by itself.
 */
class RunFinder extends ListeningElement {
  /** Read when something is first looked for. */
  #rows: FoundRun[] | undefined;
  #whole: Promise<void> | undefined;
  /** What is said to have failed. */
  #failed = '';
  /** What the table says of its rows while nothing is searched. */
  #unsearched: string | undefined;
  /** Whether rows have shown the accelerators alone. */
  #isCounted = false;

  protected listen(signal: AbortSignal) {
    const form = this.querySelector('form');
    form?.removeAttribute('hidden');
    form?.addEventListener('submit', (event) => event.preventDefault(), { signal });
    form?.addEventListener('input', ({ target }) => this.#changed(target), { signal });
    addEventListener('popstate', () => void this.#show(), { signal });
    document.addEventListener(ADDRESS_CHANGED, () => void this.#show(), { signal });
    void this.#show();
  }

  get #query() {
    return parametersOf(location.search).get('q')?.trim() ?? '';
  }

  /** Common to all pages. */
  get #axis() {
    const [low = 1, high = 1] = (this.dataset.axis ?? '').split(' ').map(Number);
    return { low, high };
  }

  #changed(target: EventTarget | null) {
    if (target instanceof HTMLSelectElement) {
      const question = questionNamed(target.name);
      if (question !== undefined) this.#ask(withAsked(this.#query, question, target.value));
    } else if (target instanceof HTMLInputElement) {
      this.#ask(target.value.trim());
    }
  }

  #ask(query: string) {
    changeAddress(searchWith(location.search, { q: query }), 'replaceState');
  }

  async #show() {
    const query = this.#query;
    const field = this.querySelector('input');
    if (field !== null && field !== document.activeElement) field.value = query;
    let set = 0;
    for (const select of this.querySelectorAll('select')) {
      const question = questionNamed(select.name);
      if (question !== undefined) select.value = askedOf(query, question);
      if (select.value !== '') set += 1;
    }
    const count = this.querySelector('[data-set-count]');
    if (count !== null) count.textContent = set === 0 ? '' : ` (${set} set)`;
    const isWhole =
      (query === '' && !parametersOf(location.search).has('sort')) || (await this.#fetchRest());
    if (isWhole) this.#sayFailed('');
    // As long as nothing is looked for, the table is as the server has drawn it.
    if (this.#query === '' && this.#rows === undefined) return;
    this.#rows ??= this.#read();
    const isCounted = await this.#count(this.#rows);
    this.#sayFailed(
      [...(isWhole ? [] : [NOT_FETCHED]), ...(isCounted ? [] : [NOT_COUNTED])].join(' '),
    );
    let found = 0;
    for (const { row, searched } of this.#rows) {
      const isShown = isFound(searched, this.#query);
      if (row.hidden === isShown) row.hidden = !isShown;
      if (isShown) found += 1;
    }
    const isSearched = this.#query !== '' && this.#query !== `${COUNT}:accelerators`;
    const all = this.#rows.length;
    // A count of a part says so itself: whoever reads it may not see what stands elsewhere.
    const onPage = isWhole ? '' : ' of this page';
    this.#say(isSearched ? `${found} of ${all} runs${onPage} found` : '');
    this.#sayOnTable(isSearched ? `${found} of ${all} training runs${onPage}` : undefined);
  }

  /** Says with another try what failed, or takes that away; once, not at each letter. */
  #sayFailed(text: string) {
    if (text === this.#failed) return;
    this.#failed = text;
    showProblem(this.querySelector('.problem'), text, () => void this.#show());
  }

  /** Lets the table's own sentence count the same; undefined where all its rows are seen. */
  #sayOnTable(rows: string | undefined) {
    const table = this.querySelector<HTMLElement>('sortable-table');
    if (table === null) return;
    this.#unsearched ??= table.dataset.rows ?? '';
    const said = rows ?? this.#unsearched;
    if (table.dataset.rows !== said) table.dataset.rows = said;
  }

  /**
   * Shows what is counted; what writes it is fetched when something else than the facility is. False
   * where it could not be.
   */
  async #count(rows: readonly FoundRun[]): Promise<boolean> {
    const isAccelerators = () => askedOf(this.#query, COUNT) === 'accelerators';
    if (!isAccelerators() && !this.#isCounted) return true;
    const counting = await import('./run-count.ts').catch(() => undefined);
    if (counting === undefined) return false;
    this.#isCounted = true;
    counting.showCount(
      rows.map(({ row }) => row),
      isAccelerators(),
      this.#axis,
    );
    return true;
  }

  /** Adds the rows of all other pages, once. False where they could not be fetched. */
  async #fetchRest(): Promise<boolean> {
    this.#whole ??= this.#fetchAll();
    try {
      await this.#whole;
      return true;
    } catch {
      this.#whole = undefined;
      return false;
    }
  }

  async #fetchAll() {
    const pages = (this.dataset.pages ?? '').split(' ').filter((page) => page !== '');
    const [{ runsOf }, { showWholeAxis }] = await Promise.all([
      import('./further-rows.ts'),
      import('./whole-axis.ts'),
    ]);
    const rows = (await Promise.all(pages.map((page) => runsOf(sitePath(page))))).flat();
    const table = this.querySelector('sortable-table');
    const body = table?.querySelector('tbody');
    if (table === null || table === undefined || body === null || body === undefined) return;
    body.append(...rows);
    const drawn = body.closest('table');
    if (drawn !== null) showWholeAxis(drawn, this.#axis);
    // Put in again, so that it reads its rows again.
    this.#unsearched = this.dataset.all ?? '';
    if (table instanceof HTMLElement) table.dataset.rows = this.#unsearched;
    const place = table.nextSibling;
    table.remove();
    this.insertBefore(table, place);
    this.#rows = this.#read();
  }

  #read(): FoundRun[] {
    const countries = new Intl.DisplayNames('en', { type: 'region' });
    return [...this.querySelectorAll<HTMLTableRowElement>('.runs > tbody > tr')].map((row) => {
      const [name, maker, country, published, known] = [...row.cells].map(
        ({ textContent }) => textContent?.trim() ?? '',
      );
      const [kind = '', weights = '', ...accelerator] = (row.dataset.f ?? '').split(' ');
      const place =
        country !== undefined && /^[A-Z]{2}$/.test(country) ? countries.of(country) : '';
      return {
        row,
        searched: {
          words: [name, maker, place, ...accelerator].join(' '),
          kind,
          weights,
          in: country ?? '',
          year: published?.slice(0, 4) ?? '',
          known: known?.split(' ')[0] ?? '',
        },
      };
    });
  }

  #say(text: string) {
    const output = this.querySelector<HTMLOutputElement>('form output');
    if (output !== null && output.textContent !== text) output.textContent = text;
  }
}

customElements.define('run-finder', RunFinder);

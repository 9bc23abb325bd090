import { quantityText, rangeText } from '../../text/numbers.ts';
import { barStyle } from '../../ui/chart/bar-style.ts';
import { placesOn } from '../../ui/chart/log-axis.ts';
import { ADDRESS_CHANGED, changeAddress, parametersOf, searchWith } from '../../ui/link/address.ts';
import { sitePath } from '../../ui/link/site-path.ts';
import { ListeningElement } from '../../ui/listening-element.ts';
import { writeOwnStyle } from '../../ui/own-style.ts';
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
  /** Whether the other pages could not be fetched. */
  #isPart = false;
  /** What the table says of its rows while nothing is searched. */
  #unsearched: string | undefined;
  /** What rows show of the whole facility, while they show something else. */
  #facility = new Map<
    HTMLTableRowElement,
    Record<'style' | 'sorted' | 'median' | 'spread', string>
  >();

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
    if (query !== '' || parametersOf(location.search).has('sort')) await this.#fetchRest();
    else this.#setPart(false);
    // As long as nothing is looked for, the table is as the server has drawn it.
    if (this.#query === '' && this.#rows === undefined) return;
    this.#rows ??= this.#read();
    this.#count(this.#rows, askedOf(this.#query, COUNT) === 'accelerators');
    let found = 0;
    for (const { row, searched } of this.#rows) {
      const isShown = isFound(searched, this.#query);
      if (row.hidden === isShown) row.hidden = !isShown;
      if (isShown) found += 1;
    }
    const isSearched = this.#query !== '' && this.#query !== `${COUNT}:accelerators`;
    const all = this.#rows.length;
    // A count of a part says so itself: whoever reads it may not see what stands elsewhere.
    const onPage = this.#isPart ? ' of this page' : '';
    this.#say(isSearched ? `${found} of ${all} runs${onPage} found` : '');
    this.#sayOnTable(isSearched ? `${found} of ${all} training runs${onPage}` : undefined);
  }

  /** Says with another try that the other pages are missing, or takes that away; once, not at each letter. */
  #setPart(isPart: boolean) {
    if (isPart === this.#isPart) return;
    this.#isPart = isPart;
    const said = isPart ? NOT_FETCHED : '';
    showProblem(this.querySelector('.problem'), said, () => void this.#show());
  }

  /** Lets the table's own sentence count the same; undefined where all its rows are seen. */
  #sayOnTable(rows: string | undefined) {
    const table = this.querySelector<HTMLElement>('sortable-table');
    if (table === null) return;
    this.#unsearched ??= table.dataset.rows ?? '';
    const said = rows ?? this.#unsearched;
    if (table.dataset.rows !== said) table.dataset.rows = said;
  }

  /** Shows the figures of the accelerators alone, or those of the whole facility again. */
  #count(rows: readonly FoundRun[], isAccelerators: boolean) {
    const [low = 1, high = 1] = (this.dataset.axis ?? '').split(' ').map(Number);
    for (const { row } of rows) {
      // Untouched rows need nothing put back.
      if (!isAccelerators && !this.#facility.has(row)) continue;
      const [chart, median, spread] = [...row.cells].slice(-3);
      const bar = chart?.querySelector<HTMLElement>('.range-bar');
      if (!bar || median === undefined || spread === undefined) continue;
      const facility = this.#facility.get(row) ?? {
        style: bar.style.cssText,
        sorted: median.dataset.sortValue ?? '',
        median: median.textContent ?? '',
        spread: spread.textContent ?? '',
      };
      this.#facility.set(row, facility);
      const [from = 0, central = 0, to = 0] = (row.dataset.a ?? '').split(' ').map(Number);
      const range = { low: from, central, high: to };
      writeOwnStyle(
        bar,
        isAccelerators ? barStyle(placesOn({ low, high }, range)) : facility.style,
      );
      median.dataset.sortValue = isAccelerators ? String(central) : facility.sorted;
      median.textContent = isAccelerators ? quantityText(central) : facility.median;
      spread.textContent = isAccelerators ? rangeText(range) : facility.spread;
    }
  }

  /** Adds the rows of all other pages, once; what could not be fetched is said. */
  async #fetchRest() {
    this.#whole ??= this.#fetchAll();
    try {
      await this.#whole;
      this.#setPart(false);
    } catch {
      this.#whole = undefined;
      this.#setPart(true);
    }
  }

  async #fetchAll() {
    const pages = (this.dataset.pages ?? '').split(' ').filter((page) => page !== '');
    const { runsOf } = await import('./further-rows.ts');
    const rows = (await Promise.all(pages.map((page) => runsOf(sitePath(page))))).flat();
    const table = this.querySelector('sortable-table');
    const body = table?.querySelector('tbody');
    if (table === null || table === undefined || body === null || body === undefined) return;
    body.append(...rows);
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

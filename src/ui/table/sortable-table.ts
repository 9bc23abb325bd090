import { changeAddress } from '../link/address.ts';
import { type SortState, sortStateOf } from '../link/sort-parameter.ts';
import { ListeningElement } from '../listening-element.ts';
import { ROWS_CHANGED } from './rows-changed.ts';
import { compareCells, searchFromSort, sortFromSearch, sortSentence } from './sort-state.ts';

interface Column {
  name: string;
  index: number;
  header: HTMLTableCellElement;
  /** What is said of it, the ascending order first. */
  words: string[];
}

/**
 * Sorts the rows of the table inside it by the columns whose head has `data-sort`, and keeps the URL
 * in step. A cell is sorted by its `data-sort-value`, else by its text. Without it the table is
 * complete, in the order of the server.
 */
class SortableTable extends ListeningElement {
  /** Whoever hides rows says so there, so that the table's own sentence counts what is seen. */
  static readonly observedAttributes = ['data-rows'];

  #columns: Column[] = [];
  #rows: HTMLTableRowElement[] = [];
  #initial: SortState = sortStateOf('');

  protected listen(signal: AbortSignal) {
    this.#initial = sortStateOf(this.dataset.sorted ?? '');
    this.#rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody > tr')];
    this.#columns = [...this.querySelectorAll<HTMLTableCellElement>('thead th')].flatMap(
      (header, index) => {
        const { sort: name, words = '' } = header.dataset;
        return name === undefined ? [] : [{ name, index, header, words: words.split('|') }];
      },
    );
    for (const { name, header } of this.#columns) {
      if (header.querySelector('button') !== null) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.childNodes);
      button.addEventListener('click', () => this.#press(name));
      header.append(button);
    }
    addEventListener('popstate', () => this.#show(), { signal });
    this.addEventListener(ROWS_CHANGED, () => this.#show(), { signal });
    this.#show();
  }

  attributeChangedCallback() {
    this.#say();
  }

  get #state() {
    const names = this.#columns.map(({ name }) => name);
    return sortFromSearch(location.search, names, this.#initial);
  }

  #press(column: string) {
    const now = this.#state;
    const asked = { column, descending: column === now.column && !now.descending };
    changeAddress(searchFromSort(asked, this.#initial, location.search));
    this.#show();
  }

  #show() {
    const { column: name, descending } = this.#state;
    for (const { name: other, header } of this.#columns) {
      if (other !== name) header.removeAttribute('aria-sort');
      else header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    }
    const column = this.#columns.find((known) => known.name === name);
    if (column === undefined) return;
    const value = (row: HTMLTableRowElement) => {
      const cell = row.cells[column.index];
      return cell?.dataset.sortValue ?? cell?.textContent?.trim() ?? '';
    };
    // From the server's order, so that ties stand the same whatever was sorted before.
    const sorted = this.#rows.toSorted((a, b) => compareCells(value(a), value(b), descending));
    this.querySelector('tbody')?.replaceChildren(...sorted);
    this.#say();
  }

  #say() {
    const { column: name, descending } = this.#state;
    const column = this.#columns.find((known) => known.name === name);
    const output = this.querySelector('output');
    if (column === undefined || output === null) return;
    const sentence = sortSentence(this.dataset.rows ?? '', column.words, descending);
    if (output.textContent !== sentence) output.textContent = sentence;
  }
}

customElements.define('sortable-table', SortableTable);

import {
  type ChangeFilter,
  changeFilterFromSearch,
  reasonsIn,
  searchWithChangeFilter,
} from '../../query/change-filter.ts';
import { providersIn } from '../../query/providers-in.ts';
import { changeAddress } from '../../ui/link/address.ts';
import { ListeningElement } from '../../ui/listening-element.ts';

/** Shows of the figures that moved those that a reader asks for, and keeps the URL in step. */
class MovedFilter extends ListeningElement {
  protected listen(signal: AbortSignal) {
    this.#restore();
    this.addEventListener(
      'input',
      ({ target }) => {
        const isTyping = target instanceof HTMLInputElement;
        this.#change(this.#fromFields(), isTyping ? 'replaceState' : 'pushState');
      },
      { signal },
    );
    this.addEventListener('submit', (event) => event.preventDefault(), { signal });
    this.addEventListener('click', (event) => this.#onClick(event), { signal });
    addEventListener('popstate', () => this.#restore(), { signal });
  }

  #field(name: string) {
    return this.querySelector<HTMLInputElement | HTMLSelectElement>(`form [name=${name}]`);
  }

  #write(name: string, value: string) {
    const field = this.#field(name);
    if (field === null) return;
    field.value = value;
  }

  #restore() {
    const filter = changeFilterFromSearch(location.search, {
      providers: providersIn(this),
      reasons: reasonsIn(this),
    });
    this.#write('q', filter.query);
    this.#write('provider', filter.provider);
    this.#write('reason', filter.reason);
    this.#show(filter);
  }

  #fromFields(): ChangeFilter {
    const value = (name: string) => this.#field(name)?.value ?? '';
    return { query: value('q'), provider: value('provider'), reason: value('reason') };
  }

  #onClick({ target }: Event) {
    if (!(target instanceof Element) || target.closest('[data-reset]') === null) return;
    this.#change({ query: '', provider: '', reason: '' }, 'pushState');
    this.#restore();
    this.#field('q')?.focus();
  }

  #change(filter: ChangeFilter, step: 'pushState' | 'replaceState') {
    changeAddress(searchWithChangeFilter(location.search, filter), step);
    this.#show(filter);
  }

  #show(filter: ChangeFilter) {
    const { query, provider, reason } = filter;
    const words = query.toLowerCase().split(/\s+/);
    const rows = [...this.querySelectorAll<HTMLTableRowElement>('tr[data-moved]')];
    for (const row of rows) {
      const searched = `${row.querySelector('th')?.textContent} ${row.id}`.toLowerCase();
      const reasons = (row.dataset.reasons ?? '').split('|');
      row.hidden = !(
        words.every((word) => searched.includes(word)) &&
        (provider === '' || row.dataset.provider === provider) &&
        (reason === '' || reasons.includes(reason))
      );
    }
    const shown = rows.filter(({ hidden }) => !hidden).length;
    const isFiltered = searchWithChangeFilter('', filter) !== '';
    const output = this.querySelector('output[data-shown]');
    if (output !== null) {
      const figures = rows.length === 1 ? 'figure' : 'figures';
      output.textContent = isFiltered
        ? `${shown} of ${rows.length} ${figures}`
        : `${rows.length} ${figures}`;
    }
    this.querySelector('[data-reset]')?.toggleAttribute('hidden', !isFiltered);
  }
}

customElements.define('moved-filter', MovedFilter);

import { EVIDENCE_TIERS } from '../../estimation/tier.ts';
import {
  type FrontierFilter,
  filterFromSearch,
  passes,
  searchWithFilter,
} from '../../query/model-filters.ts';
import { providersIn } from '../../query/providers-in.ts';
import { WEIGHTS } from '../../query/weights.ts';
import { changeAddress } from '../../ui/link/address.ts';
import { ListeningElement } from '../../ui/listening-element.ts';

/**
 * Dims in the chart, and leaves out of the table, the models that the filter does not ask for, and
 * keeps the URL in step. Nothing is computed again: a probability stays what it is among all models.
 */
class FrontierFilterElement extends ListeningElement {
  #filter: FrontierFilter = filterFromSearch('');

  protected listen(signal: AbortSignal) {
    this.#restore();
    this.addEventListener('input', () => this.#change(this.#fromControls()), { signal });
    this.addEventListener('submit', (event) => event.preventDefault(), { signal });
    this.addEventListener('click', (event) => this.#onClick(event), { signal });
    addEventListener('popstate', () => this.#restore(), { signal });
  }

  get #provider() {
    return this.querySelector<HTMLSelectElement>('select[name=provider]');
  }

  get #weights() {
    return this.querySelector<HTMLSelectElement>('select[name=weights]');
  }

  get #boxes() {
    return [...this.querySelectorAll<HTMLInputElement>('input[name=evidence]')];
  }

  #restore() {
    this.#filter = filterFromSearch(location.search, { providers: providersIn(this) });
    if (this.#provider !== null) this.#provider.value = this.#filter.provider;
    if (this.#weights !== null) this.#weights.value = this.#filter.weights;
    for (const box of this.#boxes) {
      box.checked = this.#filter.evidence.some((tier) => tier === box.value);
    }
    this.#show();
  }

  #fromControls(): FrontierFilter {
    const checked = this.#boxes.filter((box) => box.checked).map(({ value }) => value);
    return {
      provider: this.#provider?.value ?? '',
      evidence: EVIDENCE_TIERS.filter((tier) => checked.includes(tier)),
      weights: WEIGHTS.find((weights) => weights === this.#weights?.value) ?? '',
    };
  }

  #onClick({ target }: Event) {
    if (!(target instanceof Element)) return;
    if (target.closest('[data-reset]') !== null) {
      this.#change(filterFromSearch(''));
      this.#restore();
      this.#provider?.focus();
    }
  }

  #change(filter: FrontierFilter) {
    this.#filter = filter;
    changeAddress(searchWithFilter(location.search, filter));
    this.#show();
  }

  #show() {
    const rated = this.querySelectorAll<HTMLElement | SVGElement>('[data-rated]');
    let rows = 0;
    let shown = 0;
    for (const element of rated) {
      const { provider, evidence, weights } = element.dataset;
      const out = !passes({ provider, evidence, weights }, this.#filter);
      if (element instanceof HTMLTableRowElement) {
        element.hidden = out;
        rows += 1;
        if (!out) shown += 1;
      } else element.toggleAttribute('data-out', out);
    }
    const search = searchWithFilter('', this.#filter);
    const output = this.querySelector('output[data-shown]');
    if (output !== null) {
      output.textContent = search === '' ? `${rows} models` : `${shown} of ${rows} models`;
    }
    this.querySelector('[data-reset]')?.toggleAttribute('hidden', search === '');
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-view]')) {
      link.search = search;
    }
  }
}

customElements.define('frontier-filter', FrontierFilterElement);

import { changeAddress } from '../ui/link/address.ts';
import { LinkReader } from '../ui/link/link-reader.ts';
import { ListeningElement } from '../ui/listening-element.ts';
import { carryAsked } from './asked-links.ts';
import { ASKED_CHANGED, isAsked } from './is-asked.ts';
import { MASS_UNIT, MASS_UNITS, PUBLISHED_MASS_UNIT, searchWithMassUnit } from './mass-unit.ts';

/** Keeps what CO2e is weighed in in the address. Who shows figures listens to ASKED_CHANGED and popstate. */
class MassChoice extends ListeningElement {
  protected listen(signal: AbortSignal) {
    this.addEventListener('change', (event) => this.#choose(event), { signal });
    addEventListener('popstate', () => this.#show(), { signal });
    // As published the field holds what the reader has just chosen.
    if (isAsked(location.search)) this.#show();
  }

  get #select() {
    return this.querySelector('select');
  }

  #choose(event: Event) {
    // The controls around it have nothing to read.
    event.stopPropagation();
    const unit = MASS_UNITS.find((one) => one === this.#select?.value);
    if (unit === undefined) return;
    changeAddress(searchWithMassUnit(unit, location.search));
    this.#show();
    document.dispatchEvent(new Event(ASKED_CHANGED));
  }

  #show() {
    const unit = new LinkReader(location.search).read(MASS_UNIT);
    if (this.#select !== null) this.#select.value = unit;
    this.#select?.toggleAttribute('data-set', unit !== PUBLISHED_MASS_UNIT);
    void carryAsked();
  }
}

customElements.define('mass-choice', MassChoice);

import { ADDRESS_CHANGED } from '../../ui/link/address.ts';
import { ListeningElement } from '../../ui/listening-element.ts';
import { reasonOf, showProblem } from '../../ui/try-again.ts';

/** Fetched when a link asks for something. */
const faultsOfLink = () => import('./say-faults.ts');

/** Says what of the page's link is not applied, until the reader asks for something else. */
class LinkFaults extends ListeningElement {
  protected listen(signal: AbortSignal) {
    addEventListener('popstate', () => void this.#follow(), { signal });
    document.addEventListener(ADDRESS_CHANGED, () => void this.#leave(), { signal });
    void this.#follow();
  }

  async #follow() {
    if (location.search === '' && !location.hash.includes('=')) this.replaceChildren();
    else {
      try {
        await faultsOfLink().then(({ sayFaults }) => sayFaults(this));
      } catch (error) {
        const said = `Whether all of this link is applied could not be checked. ${reasonOf(error)}`;
        showProblem(this, said, () => void this.#follow());
      }
    }
    this.removeAttribute('data-unread');
  }

  /** What could not be applied goes with the reader's next step. */
  async #leave() {
    if (!this.hasChildNodes()) return;
    this.replaceChildren();
    await faultsOfLink().then(({ dropFaults }) => dropFaults(this));
  }
}

customElements.define('link-faults', LinkFaults);

import { changeAddress, parametersOf, searchWith } from '../../ui/link/address.ts';
import { ListeningElement } from '../../ui/listening-element.ts';

/** The fragment that the key "/" leads to. */
const BY_KEY = '#type';

/** What stands between two that are looked for together: "claude vs gpt-5". */
const BETWEEN = /\s(?:vs\.?|versus|or)\s|,/i;

/** Shows of all that can be found what holds every word that is typed; the address keeps them. */
class SiteSearch extends ListeningElement {
  protected listen(signal: AbortSignal) {
    this.#restore();
    this.addEventListener('input', () => this.#change(), { signal });
    this.addEventListener('submit', (event) => this.#take(event), { signal });
    addEventListener('popstate', () => this.#restore(), { signal });
    // Who came by the key wants to type.
    if (location.hash === BY_KEY) this.#field?.focus();
  }

  get #field() {
    return this.querySelector('input');
  }

  #restore() {
    if (this.#field !== null) this.#field.value = parametersOf(location.search).get('q') ?? '';
    this.#show();
  }

  #change() {
    const words = this.#field?.value.trim() ?? '';
    changeAddress(searchWith(location.search, { q: words }), 'replaceState');
    this.#show();
  }

  /** Enter opens what is found first. */
  #take(event: Event) {
    event.preventDefault();
    this.querySelector<HTMLAnchorElement>('li:not([hidden]) a')?.click();
  }

  #show() {
    const parts = (this.#field?.value ?? '')
      .split(BETWEEN)
      .map(wordsOf)
      .filter((words) => words.length > 0);
    let found = 0;
    for (const group of this.querySelectorAll('[data-group]')) {
      let inGroup = 0;
      for (const entry of group.querySelectorAll<HTMLElement>('li')) {
        const text = wordsOf(`${entry.textContent} ${entry.dataset.also ?? ''}`).join(' ');
        entry.hidden =
          parts.length > 0 && !parts.some((words) => words.every((word) => holds(text, word)));
        if (!entry.hidden) inGroup += 1;
      }
      group.toggleAttribute('hidden', inGroup === 0);
      found += inGroup;
    }
    const said = this.querySelector('output');
    if (said === null) return;
    said.textContent =
      parts.length === 0 ? '' : found === 0 ? 'Nothing has this name.' : `${found} found`;
  }
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '');
}

/** Whether a text holds a word; a number has to begin there: 5 is not found in 3.5. */
function holds(text: string, word: string): boolean {
  return new RegExp(`(?<![\\d.](?=\\d))${word}`, 'u').test(text);
}

customElements.define('site-search', SiteSearch);

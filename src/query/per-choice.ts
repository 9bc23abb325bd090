import { tokensFromText } from '../text/token-count.ts';
import { shortTokenText } from '../text/tokens.ts';
import { hasTokens } from '../text/written-workload.ts';
import { changeAddress } from '../ui/link/address.ts';
import { LinkReader } from '../ui/link/link-reader.ts';
import { ListeningElement } from '../ui/listening-element.ts';
import { carryAsked } from './asked-links.ts';
import { ASKED_CHANGED, isAsked } from './is-asked.ts';
import {
  OWN_REQUEST,
  type Per,
  PUBLISHED_PER,
  perFromText,
  perParameter,
  perText,
  searchWithPer,
} from './per.ts';

/** Keeps what figures are per in the address. Who computes listens to ASKED_CHANGED and popstate. */
class PerChoice extends ListeningElement {
  protected listen(signal: AbortSignal) {
    this.addEventListener(
      'change',
      (event) => {
        // The controls around it have nothing to read.
        event.stopPropagation();
        this.#read();
      },
      { signal },
    );
    this.addEventListener(
      'click',
      ({ target }) => {
        const per =
          target instanceof HTMLElement ? perFromText(target.dataset.per ?? '') : undefined;
        if (per !== undefined) this.#choose(per);
      },
      { signal },
    );
    addEventListener('popstate', () => this.#show(), { signal });
    // As published the fields hold what the reader has just chosen.
    if (isAsked(location.search)) this.#show();
  }

  /** What the page shows where its link says nothing. */
  get #initial(): Per {
    return perFromText(this.dataset.initial ?? '') ?? PUBLISHED_PER;
  }

  get #select() {
    return this.querySelector('select');
  }

  #read() {
    const per =
      this.#select?.value === 'own' ? this.#own() : perFromText(this.#select?.value ?? '');
    if (per !== undefined) this.#choose(per);
  }

  #choose(per: Per) {
    changeAddress(searchWithPer(per, location.search, this.#initial));
    this.#show();
    document.dispatchEvent(new Event(ASKED_CHANGED));
  }

  /** The reader's own request; undefined, and said, where a field holds no number of tokens, or all none. */
  #own(): Per | undefined {
    const [input, cached, output] = this.#fields().map((field) => {
      const tokens = tokensFromText(field.value);
      field.setCustomValidity(
        tokens === undefined ? `“${field.value}” is no number of tokens, such as 1500 or 20k` : '',
      );
      return field.reportValidity() ? tokens : undefined;
    });
    if (input === undefined || cached === undefined || output === undefined) return undefined;
    const own = { inputTokens: input, cachedInputTokens: cached, outputTokens: output };
    if (hasTokens(own)) return own;
    const last = this.#fields().at(-1);
    last?.setCustomValidity('A request of no tokens has no figure: a number above 0 was expected');
    last?.reportValidity();
    return undefined;
  }

  #fields() {
    return [...this.querySelectorAll('input')];
  }

  #show() {
    const per = new LinkReader(location.search).read(perParameter(this.#initial));
    const isOwn = typeof per !== 'string';
    if (this.#select !== null) this.#select.value = isOwn ? 'own' : perText(per);
    this.#select?.toggleAttribute('data-set', per !== this.#initial);
    this.querySelector('[data-own]')?.toggleAttribute('hidden', !isOwn);
    const unreasoned = this.querySelector<HTMLElement>('[data-without-reasoning]');
    const without = unreasoned?.dataset.withoutReasoning?.split(' ') ?? [];
    unreasoned?.toggleAttribute('hidden', !without.includes(perText(per)));
    const { inputTokens, cachedInputTokens, outputTokens } = isOwn ? per : OWN_REQUEST;
    for (const [index, tokens] of [inputTokens, cachedInputTokens, outputTokens].entries()) {
      const field = this.#fields()[index];
      if (field !== undefined) field.value = shortTokenText(tokens);
    }
    void carryAsked();
  }
}

customElements.define('per-choice', PerChoice);

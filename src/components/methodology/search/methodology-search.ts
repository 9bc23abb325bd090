import '../../../ui/trusted-text.ts';
import { sitePath } from '../../../ui/link/site-path.ts';
import { type FoundPage, type FoundSection, sectionsFound } from './sections-found.ts';

/** Where the build puts the search index and the library that reads it. */
const LIBRARY = sitePath('/pagefind/pagefind.js');

/** What is used of the search library. */
interface SearchLibrary {
  options(options: { baseUrl: string }): Promise<void>;
  debouncedSearch(
    term: string,
    options: object,
    milliseconds: number,
  ): Promise<{ results: { data(): Promise<FoundPage> }[] } | null>;
}

async function loaded(): Promise<SearchLibrary> {
  const library: SearchLibrary = await import(/* @vite-ignore */ LIBRARY);
  // It knows pages by their paths from the site's own root.
  await library.options({ baseUrl: sitePath('/') });
  return library;
}

const WAIT_MILLISECONDS = 150;
const MOST_PAGES = 6;

/** Shows the sections of the methodology that hold what is typed, as links with an excerpt. */
class MethodologySearch extends HTMLElement {
  #library: Promise<SearchLibrary> | undefined;
  readonly #input = this.querySelector('input');
  readonly #found = this.querySelector<HTMLElement>('.found');
  readonly #list = this.querySelector('ol');
  readonly #says = this.querySelector('output');

  connectedCallback() {
    this.#input?.addEventListener('focus', () => void this.#load().catch(() => undefined));
    this.#input?.addEventListener('input', () => void this.#search());
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#list?.querySelector('a')?.click();
    });
    this.addEventListener('keydown', (event) => this.#onKey(event));
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.#show(false);
    });
    this.addEventListener('focusin', () => this.#show(this.#input?.value.trim() !== ''));
    // A result on the same page moves the reader without a new page.
    this.#list?.addEventListener('click', () => this.#show(false));
  }

  /** The library and its index weigh more than the pages, so nobody gets them who does not search. */
  #load(): Promise<SearchLibrary> {
    // The build writes the file after the scripts are bundled.
    this.#library ??= loaded();
    return this.#library;
  }

  async #search() {
    const term = this.#input?.value.trim() ?? '';
    if (term === '') {
      this.#show(false);
      return;
    }
    try {
      const library = await this.#load();
      const answer = await library.debouncedSearch(term, {}, WAIT_MILLISECONDS);
      // Another letter has been typed in the meantime.
      if (answer === null) return;
      const pages = await Promise.all(
        answer.results.slice(0, MOST_PAGES).map((result) => result.data()),
      );
      if (term === this.#input?.value.trim()) this.#showSections(sectionsFound(pages), term);
    } catch {
      this.#library = undefined;
      this.#list?.replaceChildren();
      this.#say('The search could not be loaded. The pages are listed at the foot.');
      this.#show(true);
    }
  }

  #showSections(sections: readonly FoundSection[], term: string) {
    this.#list?.replaceChildren(...sections.map(item));
    this.#say(
      sections.length === 0
        ? `Nothing about “${term}”.`
        : `${sections.length} ${sections.length === 1 ? 'section' : 'sections'} nearest to “${term}”, best first.`,
    );
    this.#show(true);
  }

  #onKey(event: KeyboardEvent) {
    const links = [...this.querySelectorAll('a')];
    const at = links.findIndex((link) => link.matches(':focus'));
    if (event.key === 'Escape') {
      this.#show(false);
      this.#input?.focus();
      this.#show(false);
    } else if (event.key === 'ArrowDown' && at < links.length - 1) {
      event.preventDefault();
      links[at + 1]?.focus();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      event.preventDefault();
      (at === 0 ? this.#input : links[at - 1])?.focus();
    }
  }

  #say(sentence: string) {
    if (this.#says !== null) this.#says.textContent = sentence;
  }

  #show(shown: boolean) {
    if (this.#found !== null) this.#found.hidden = !shown;
  }
}

function item({ title, page, address, excerpt }: FoundSection): HTMLLIElement {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  link.href = address;
  link.textContent = title;
  const text = document.createElement('p');
  text.append(
    ...excerpt.map(({ words, isFound }) =>
      isFound ? Object.assign(document.createElement('mark'), { textContent: words }) : words,
    ),
  );
  entry.append(link, ...(title === page ? [] : [` ${page}`]), text);
  return entry;
}

customElements.define('methodology-search', MethodologySearch);

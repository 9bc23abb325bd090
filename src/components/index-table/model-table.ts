import { ASKED_CHANGED, areOthersAsked, isAsked } from '../../query/is-asked.ts';
import { ListeningElement } from '../../ui/listening-element.ts';
import { reasonOf, showProblem } from '../../ui/try-again.ts';

/** What is done to the table before what does it is there: done again once it is. */
const DONE = ['input', 'change', 'click', 'keydown'] as const;

/** What says that a reader is about to use it. */
const TOUCHED = ['pointerover', 'pointerdown', 'focusin'] as const;

/**
 * The index as the server has drawn it: complete, in its own order. What searches, filters and sorts
 * it is fetched when somebody comes near it, or a link asks for something; what a reader does in the
 * meantime is not lost.
 */
class ModelTable extends ListeningElement {
  #loading: Promise<void> | undefined;
  #isLoaded = false;
  /** The last of each kind that was done to each part, in the order that they were done. */
  #waiting: Event[] = [];

  protected listen(signal: AbortSignal) {
    const load = () => void this.#load(signal);
    if (location.search !== '') this.#onAsked(signal);
    // Of a list on several pages the rest is not fetched for somebody who only comes near.
    for (const touched of this.#furtherPages === null ? TOUCHED : []) {
      this.addEventListener(touched, load, { signal, passive: true, once: true });
    }
    for (const done of DONE) {
      this.addEventListener(done, (event) => this.#keep(event, signal), { signal });
    }
    this.addEventListener('submit', (event) => event.preventDefault(), { signal });
    addEventListener('popstate', load, { signal });
    document.addEventListener(ASKED_CHANGED, () => this.#onAsked(signal), { signal });
    addEventListener('keydown', (event) => this.#onKey(event), { signal });
  }

  /** Where the list is longer than a page can hold: links to its further pages. */
  get #furtherPages() {
    return this.querySelector<HTMLElement>('nav[data-models]');
  }

  /** Until the figures that are asked for stand, no published one passes for them. */
  #onAsked(signal: AbortSignal) {
    if (this.#isLoaded) return;
    if (isAsked(location.search)) {
      this.querySelector('[role=table]')?.setAttribute('aria-busy', 'true');
      void fetchAhead();
    }
    void this.#load(signal);
  }

  #load(signal: AbortSignal): Promise<void> {
    this.#loading ??= this.#begin(signal);
    return this.#loading;
  }

  async #begin(signal: AbortSignal): Promise<void> {
    const place = this.querySelector('[data-problem]');
    try {
      const { TableInUse } = await import('./table-in-use.ts');
      // Nothing is searched, filtered or sorted by a part of the list.
      const pages = this.#furtherPages;
      const further =
        pages === null ? [] : await (await import('./further-rows.ts')).furtherRows(this, pages);
      showProblem(place, '', () => {});
      const said = this.#waiting.map((event) => ({ event, ...heldBy(event.target) }));
      this.#waiting = [];
      // It listens from now on.
      void new TableInUse(this, further, signal);
      this.#isLoaded = true;
      for (const one of said) doAgain(one);
    } catch (error) {
      this.#loading = undefined;
      document.documentElement.classList.remove('state-pending');
      this.querySelector('[role=table]')?.removeAttribute('aria-busy');
      const said = `The table cannot be searched, filtered or sorted. ${reasonOf(error)}`;
      showProblem(place, said, () => void this.#load(signal));
    }
  }

  #keep(event: Event, signal: AbortSignal) {
    const { target, type } = event;
    if (this.#isLoaded || !(target instanceof HTMLElement)) return;
    if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
    // What a click does to a field is said by its change.
    if (type === 'click' && target.closest('button:not([popovertarget])') === null) return;
    this.#waiting = [
      ...this.#waiting.filter((other) => other.target !== target || other.type !== type),
      event,
    ];
    void this.#load(signal);
  }

  /** A slash leads to the search from anywhere on the page. */
  #onKey(event: KeyboardEvent) {
    const typing =
      event.target instanceof Element && event.target.closest('input, select, textarea');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.querySelector<HTMLInputElement>('input[type=search]')?.focus();
  }
}

/** Fetches what figures as asked need beside the table; who needs it says what could not be had. */
async function fetchAhead(): Promise<void> {
  await Promise.allSettled([
    import('./table-figures.ts'),
    areOthersAsked(location.search) &&
      import('../../query/core-worker.ts').then(({ coreWorker }) => coreWorker.begin()),
  ]);
}

/** What a field holds: reading the address writes other things into it. */
function heldBy(target: EventTarget | null) {
  const isInput = target instanceof HTMLInputElement;
  const value = isInput || target instanceof HTMLSelectElement ? target.value : undefined;
  return { value, checked: isInput ? target.checked : undefined };
}

function doAgain({ event, value, checked }: { event: Event } & ReturnType<typeof heldBy>) {
  const { target } = event;
  if (target instanceof HTMLInputElement && checked !== undefined) target.checked = checked;
  if (
    value !== undefined &&
    (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
  )
    target.value = value;
  if (event instanceof KeyboardEvent) {
    target?.dispatchEvent(new KeyboardEvent(event.type, { key: event.key, bubbles: true }));
  } else if (event.type === 'click' && target instanceof HTMLElement) {
    target.click();
  } else {
    target?.dispatchEvent(new Event(event.type, { bubbles: true }));
  }
}

customElements.define('model-table', ModelTable);

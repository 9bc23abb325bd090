import { publishedFile } from '../../query/published-file.ts';
import type { UsageLine } from '../../query/usage-lines.ts';
import { reasonOf, showProblem } from '../../ui/try-again.ts';

/** What follows of an export. */
export interface Following {
  /** It is being read: what stands there is not its answer. */
  begins(): void;
  /** Nothing was read, or the reader has stopped it: all is as before. Settles when that is shown. */
  unchanged(): Promise<void>;
  /** It could not be read here, whatever it holds. */
  failed(): void;
  /** It was read. Settles when what they take is shown. */
  taken(lines: readonly UsageLine[]): Promise<void>;
}

/** Fetched when an export is read. */
const fetchReader = () => import('./activity-reading.ts');

/** The part of the form that takes an export, as a file or as text. */
export class ActivityField {
  readonly #form: HTMLFormElement;
  readonly #following: Following;
  #reading: AbortController | undefined;

  constructor(form: HTMLFormElement, following: Following) {
    this.#form = form;
    this.#following = following;
  }

  /** Reads what is chosen or pasted until the signal is given. */
  listen(signal: AbortSignal): void {
    const on = (selector: string, type: string, act: () => void) =>
      this.#form.querySelector(selector)?.addEventListener(type, act, { signal });
    on('[data-read]', 'click', () => {
      void this.#read([new Blob([this.#form.querySelector('textarea')?.value ?? ''])]);
    });
    on('input[type=file]', 'change', () => {
      const input = this.#form.querySelector<HTMLInputElement>('input[type=file]');
      void this.#read([...(input?.files ?? [])]);
    });
    // Beside the field, a browser would show a file that is dropped in the place of the page.
    for (const type of ['dragover', 'drop'] as const) {
      document.addEventListener(type, (event) => this.#drop(event), { signal });
    }
    on('[data-stop]', 'click', () => this.#reading?.abort());
    signal.addEventListener('abort', () => this.#reading?.abort());
  }

  #drop(event: DragEvent) {
    const { files = [], types = [] } = event.dataTransfer ?? {};
    if (!types.includes('Files')) return;
    event.preventDefault();
    if (event.type === 'drop') void this.#read([...files]);
  }

  async #read(sources: readonly Blob[]) {
    if (sources.length === 0) return;
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    const { signal } = reading;
    this.#form.querySelector('[data-part=activity]')?.replaceChildren();
    showProblem(this.#problem, '', () => undefined);
    this.#show(0);
    this.#following.begins();
    try {
      const [{ models }, { bringIntoView, readInto }] = await Promise.all([
        publishedFile('/api/v1/model-names.json'),
        fetchReader(),
      ]);
      const onProgress = (done: number) => this.#show(done);
      signal.throwIfAborted();
      const lines = await readInto(this.#form, { sources, models, onProgress, signal });
      await (lines.length > 0 ? this.#following.taken(lines) : this.#following.unchanged());
      if (reading === this.#reading) bringIntoView(this.#form);
    } catch (error) {
      // Another one is being read by now.
      if (reading !== this.#reading) return;
      if (signal.aborted) await this.#following.unchanged();
      else {
        this.#following.failed();
        const problem = `The export was not read. ${reasonOf(error)}`;
        showProblem(this.#problem, problem, () => void this.#read(sources));
      }
    } finally {
      if (reading === this.#reading) this.#show(undefined);
    }
  }

  get #problem() {
    return this.#form.querySelector('[data-part=activity-problem]');
  }

  /** Shows how far the reading is, or that there is none. */
  #show(done: number | undefined) {
    this.#form.querySelector('[data-part=reading]')?.toggleAttribute('hidden', done === undefined);
    const bar = this.#form.querySelector('progress');
    if (bar === null || done === undefined) return;
    if (done === 0) bar.removeAttribute('value');
    else bar.value = done;
  }
}

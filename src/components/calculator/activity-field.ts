import { publishedFile } from '../../query/published-file.ts';
import type { UsageLine } from '../../query/usage-lines.ts';
import { reasonOf, showProblem } from '../../ui/try-again.ts';
import { takeActivity, UnreadActivity } from './take-activity.ts';

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

const NOTHING_READ = 'Nothing was read, and the lines stay as they are.';

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
      void this.#read(new Blob([this.#form.querySelector('textarea')?.value ?? '']));
    });
    on('input[type=file]', 'change', () => {
      const input = this.#form.querySelector<HTMLInputElement>('input[type=file]');
      const [file] = input?.files ?? [];
      if (file !== undefined) void this.#read(file);
    });
    on('[data-stop]', 'click', () => this.#reading?.abort());
    signal.addEventListener('abort', () => this.#reading?.abort());
  }

  async #read(source: Blob) {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    const { signal } = reading;
    this.#say([]);
    showProblem(this.#problem, '', () => undefined);
    this.#show(0);
    this.#following.begins();
    try {
      const { models } = await publishedFile('/api/v1/model-names.json');
      const onProgress = (done: number) => this.#show(done);
      signal.throwIfAborted();
      const { lines, sentences } = await takeActivity({ source, models, onProgress, signal });
      this.#say(lines.length > 0 ? sentences : [NOTHING_READ, ...sentences]);
      await (lines.length > 0 ? this.#following.taken(lines) : this.#following.unchanged());
      if (reading === this.#reading) this.#bringIntoView();
    } catch (error) {
      // Another one is being read by now.
      if (reading !== this.#reading) return;
      if (signal.aborted) await this.#following.unchanged();
      else if (error instanceof UnreadActivity) {
        this.#say([`${NOTHING_READ} ${error.message}`]);
        await this.#following.unchanged();
        this.#bringIntoView();
      } else {
        this.#following.failed();
        const problem = `The export was not read. ${reasonOf(error)}`;
        showProblem(this.#problem, problem, () => void this.#read(source));
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

  /**
   * Goes to what was read, at once and without a motion: the lines above it are new, and it may lie
   * below the screen. Who is elsewhere on the page by now stays there.
   */
  #bringIntoView() {
    const place = this.#form.querySelector<HTMLElement>('[data-part=activity]');
    const { activeElement } = document;
    const isElsewhere =
      activeElement !== null &&
      activeElement !== document.body &&
      activeElement.closest('details, [data-part=reading]') === null;
    if (place === null || isElsewhere) return;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ behavior: 'instant', block: 'start' });
  }

  #say([lead = '', ...others]: readonly string[]) {
    const place = this.#form.querySelector('[data-part=activity]');
    const list = document.createElement('ul');
    list.append(
      ...others.map((sentence) => {
        const item = document.createElement('li');
        item.textContent = sentence;
        return item;
      }),
    );
    place?.replaceChildren(lead, ...(others.length > 0 ? [list] : []));
  }
}

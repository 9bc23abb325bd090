import { ASKED_CHANGED, isAsked } from '../../query/is-asked.ts';
import { ModelPicked } from '../../query/model-field.ts';
import {
  changedModels,
  MOST_COMPARED,
  type ModelChange,
  modelsFromSearch,
  searchFromModels,
} from '../../query/models.ts';
import { changeAddress } from '../../ui/link/address.ts';
import { ListeningElement } from '../../ui/listening-element.ts';
import { reasonOf, showProblem } from '../../ui/try-again.ts';
import type { DrawnComparison } from './compare-and-draw.ts';

const CHANGES: readonly ModelChange[] = ['up', 'down', 'remove'];

/**
 * Compares the models that the address names; where it names none, the server's example. What
 * computes is fetched when there is something to compute.
 */
class ModelComparison extends ListeningElement {
  #drawn: Promise<DrawnComparison | undefined> | undefined;
  #step = 0;
  #title = document.title;

  protected listen(signal: AbortSignal) {
    this.querySelector('form')?.addEventListener('submit', (event) => void this.#enter(event), {
      signal,
    });
    this.addEventListener(
      ModelPicked.type,
      (event) => {
        if (event instanceof ModelPicked) this.#add(event.model.id, `Added ${event.model.name}.`);
      },
      { signal },
    );
    this.addEventListener('click', (event) => this.#onClick(event), { signal });
    addEventListener('popstate', () => void this.#follow(), { signal });
    document.addEventListener(ASKED_CHANGED, () => void this.#follow(), { signal });
    if (this.#linked.length > 0 || isAsked(location.search)) void this.#follow();
  }

  /** The models that the address names. */
  get #linked(): readonly string[] {
    return modelsFromSearch(location.search);
  }

  #idsOf(linked: readonly string[]): readonly string[] {
    return linked.length === 0 ? (this.dataset.example ?? '').split(',') : linked;
  }

  /** Adds what the field holds, if that is a model. */
  async #enter(event: SubmitEvent) {
    event.preventDefault();
    const input = this.querySelector('input');
    const text = input?.value.trim() ?? '';
    if (input === null || text === '') return;
    try {
      const { modelToAdd } = await import('./model-to-add.ts');
      const { id, said } = await modelToAdd(text);
      if (input.value.trim() !== text) return;
      if (id === undefined) this.#say(said);
      else this.#add(id, said);
    } catch (error) {
      this.#say(`Nothing was added. ${reasonOf(error)}. Trying again may help.`);
    }
  }

  #add(id: string, said: string) {
    const ids = this.#linked;
    if (ids.includes(id)) this.#say(`${id} is compared already.`);
    else if (ids.length >= MOST_COMPARED) {
      this.#say(`${MOST_COMPARED} models at most stand side by side; take one out first.`);
    } else {
      const input = this.querySelector('input');
      if (input !== null) input.value = '';
      void this.#go([...ids, id], said);
    }
  }

  #onClick({ target }: Event) {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button === null) return;
    const { change, instead, insteadOf, export: format } = button.dataset;
    const ids = this.#idsOf(this.#linked);
    const wish = CHANGES.find((known) => known === change);
    const row = button.closest<HTMLElement>('[data-model]');
    const id = row?.dataset.model;
    if (wish !== undefined && id !== undefined) {
      void this.#go(changedModels(ids, id, wish), button.ariaLabel ?? '').then(() =>
        this.#focusAfter(id, wish),
      );
    } else if (instead !== undefined) {
      const others = ids.map((other) => (other === insteadOf ? instead : other));
      void this.#go(
        [...new Set(others)].filter((other) => other !== ''),
        '',
      );
    } else if (format !== undefined) void this.#export(format);
    else if (button.hasAttribute('aria-expanded')) void this.#distributions(button);
  }

  async #go(ids: readonly string[], done: string) {
    changeAddress(searchFromModels(ids, location.search));
    await this.#follow();
    if (this.#drawn === undefined) return;
    this.#say(ids.length === 0 ? 'No model is left; this is the example again.' : done);
  }

  async #follow() {
    this.#step += 1;
    const step = this.#step;
    const linked = this.#linked;
    const isExample = linked.length === 0;
    this.querySelector('[data-part=example]')?.toggleAttribute('hidden', !isExample);
    if (isExample) document.title = this.#title;
    this.setAttribute('aria-busy', 'true');
    this.#drawn = import('./compare-and-draw.ts').then(({ compareAndDraw }) =>
      compareAndDraw(this, this.#idsOf(linked), () => step === this.#step),
    );
    try {
      const drawn = await this.#drawn;
      if (drawn !== undefined) this.#report(drawn.comparison.problem ?? '');
    } catch (error) {
      this.#drawn = undefined;
      if (step === this.#step) this.#report(`The models could not be compared. ${reasonOf(error)}`);
    }
    if (step !== this.#step) return;
    this.removeAttribute('aria-busy');
    this.removeAttribute('data-waiting');
    this.removeAttribute('data-linked');
  }

  /** What is on screen, computed if only the server has drawn it. */
  async #shown(): Promise<DrawnComparison | undefined> {
    if (this.#drawn === undefined) await this.#follow();
    return this.#drawn;
  }

  async #export(format: string) {
    try {
      const [drawn, { exportComparison }] = await Promise.all([
        this.#shown(),
        import('./comparison-export.ts'),
      ]);
      if (drawn !== undefined) this.#say(await exportComparison(format, drawn, this.dataset));
    } catch (error) {
      this.#say(`Nothing was copied. ${reasonOf(error)}. Trying again may help.`);
    }
  }

  async #distributions(button: HTMLButtonElement) {
    const show = button.ariaExpanded !== 'true';
    button.ariaExpanded = String(show);
    this.querySelector('#distributions')?.toggleAttribute('hidden', !show);
    if (show) await this.#shown();
  }

  #focusAfter(id: string, change: ModelChange) {
    const row = this.querySelector(`[data-model="${CSS.escape(id)}"]`);
    const again = row?.querySelector<HTMLElement>(`[data-change=${change}]:not(:disabled)`);
    const other = row?.querySelector<HTMLElement>('[data-change]:not(:disabled)');
    (again ?? other ?? this.querySelector<HTMLElement>('input'))?.focus();
  }

  #say(text: string) {
    const said = this.querySelector('[data-part=said]');
    if (said !== null) said.textContent = text;
  }

  #report(text: string) {
    showProblem(this.querySelector('[data-part=problem]'), text, () => void this.#follow());
  }
}

customElements.define('model-comparison', ModelComparison);

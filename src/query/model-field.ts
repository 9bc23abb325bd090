import { ListeningElement } from '../ui/listening-element.ts';
import type { Suggestion } from './suggestions.ts';

/** That a reader has picked a model among those suggested; it bubbles from the field. */
export class ModelPicked extends Event {
  static readonly type = 'modelpicked';
  readonly model: Suggestion;

  constructor(model: Suggestion) {
    super(ModelPicked.type, { bubbles: true });
    this.model = model;
  }
}

let lists = 0;

/**
 * Suggests models for the text of a field, the best first and chosen: Enter takes it, arrows choose
 * another, Escape leaves the text as it is. What suggests is fetched with the first letter.
 */
class ModelField extends ListeningElement {
  #list: HTMLUListElement | undefined;
  #suggestions: readonly Suggestion[] = [];
  #chosen = 0;

  protected listen(signal: AbortSignal) {
    const input = this.#input;
    input?.setAttribute('role', 'combobox');
    input?.setAttribute('aria-autocomplete', 'list');
    input?.setAttribute('aria-expanded', 'false');
    input?.addEventListener('input', () => void this.#suggest(), { signal });
    input?.addEventListener('keydown', (event) => this.#onKey(event), { signal });
    input?.addEventListener('blur', () => this.#close(), { signal });
    // What was typed before this was there.
    if (input === document.activeElement) void this.#suggest();
  }

  get #input() {
    return this.querySelector('input');
  }

  async #suggest() {
    const text = this.#input?.value ?? '';
    // Without names there is nothing to suggest; whoever reads the field says why.
    const suggestions = await import('./suggestions.ts')
      .then(({ suggestionsFor }) => suggestionsFor(text))
      .catch(() => []);
    if (text !== this.#input?.value || document.activeElement !== this.#input) return;
    this.#open(suggestions);
  }

  #open(suggestions: readonly Suggestion[]) {
    this.#close();
    const input = this.#input;
    if (input === null || suggestions.length === 0) return;
    lists += 1;
    const list = document.createElement('ul');
    list.id = `suggested-models-${lists}`;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', 'Models');
    list.append(...suggestions.map((suggestion, index) => this.#option(suggestion, index)));
    // The field keeps the focus.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    this.append(list);
    this.#list = list;
    this.#suggestions = suggestions;
    input.setAttribute('aria-expanded', 'true');
    input.setAttribute('aria-controls', list.id);
    this.#choose(0);
  }

  #option({ name, makerName }: Suggestion, index: number) {
    const option = document.createElement('li');
    option.id = `suggested-model-${lists}-${index}`;
    option.setAttribute('role', 'option');
    const maker = document.createElement('small');
    maker.textContent = makerName;
    option.append(name, ' ', maker);
    option.addEventListener('click', () => this.#pick(index));
    return option;
  }

  #choose(index: number) {
    this.#chosen = index;
    for (const [position, option] of [...(this.#list?.children ?? [])].entries()) {
      option.setAttribute('aria-selected', String(position === index));
      if (position === index) this.#input?.setAttribute('aria-activedescendant', option.id);
    }
  }

  #onKey(event: KeyboardEvent) {
    const count = this.#suggestions.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && count > 0) this.#choose((this.#chosen + step + count) % count);
    else if (step === 1) void this.#suggest();
    else if (event.key === 'Enter' && count > 0) this.#pick(this.#chosen);
    else if (event.key === 'Escape' && count > 0) this.#close();
    else return;
    event.preventDefault();
  }

  #pick(index: number) {
    const picked = this.#suggestions[index];
    const input = this.#input;
    this.#close();
    if (picked === undefined || input === null) return;
    input.value = picked.text;
    input.dispatchEvent(new ModelPicked(picked));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #close() {
    this.#list?.remove();
    this.#list = undefined;
    this.#suggestions = [];
    this.#input?.setAttribute('aria-expanded', 'false');
    this.#input?.removeAttribute('aria-controls');
    this.#input?.removeAttribute('aria-activedescendant');
  }
}

customElements.define('model-field', ModelField);

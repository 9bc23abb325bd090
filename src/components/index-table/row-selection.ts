import { carryAsked } from '../../query/asked-links.ts';
import { MOST_COMPARED, modelsFromSearch, searchFromModels } from '../../query/models.ts';
import { changeAddress } from '../../ui/link/address.ts';
import { sitePath } from '../../ui/link/site-path.ts';
import type { TableRow } from './read-rows.ts';

/** Rows that a reader picks to compare; they stand in the address, so that the way back keeps them. */
export class RowSelection {
  readonly #root: Element;
  readonly #rows: readonly TableRow[];
  readonly #boxes = new Map<string, HTMLInputElement>();

  constructor(root: Element, rows: readonly TableRow[]) {
    this.#root = root;
    this.#rows = rows;
    for (const { id, element } of rows) {
      const box = element.querySelector<HTMLInputElement>('.pick input');
      if (box === null) continue;
      box.addEventListener('change', () => this.#pick(id, box));
      this.#boxes.set(id, box);
    }
    root.querySelector('[data-clear]')?.addEventListener('click', () => {
      this.#go([]);
      root.querySelector<HTMLElement>('input[type=search]')?.focus({ preventScroll: true });
    });
    this.restore();
  }

  /** Ticks what the address names. */
  restore(): void {
    const ids = this.#picked;
    for (const [id, box] of this.#boxes) box.checked = ids.includes(id);
    const bar = this.#root.querySelector('[data-picked]');
    bar?.toggleAttribute('hidden', ids.length === 0);
    const names = ids.flatMap((id) => this.#rows.find((row) => row.id === id)?.name ?? []);
    this.#say(names.join(', '));
    const link = bar?.querySelector('a');
    if (link === null || link === undefined) return;
    link.href = sitePath(`/compare/${searchFromModels(ids)}`);
    link.textContent = ids.length === 1 ? 'Compare with others' : `Compare these ${ids.length}`;
    void carryAsked();
  }

  get #picked() {
    return modelsFromSearch(location.search, { models: this.#rows.map(({ id }) => id) });
  }

  #pick(id: string, box: HTMLInputElement) {
    const others = this.#picked.filter((picked) => picked !== id);
    if (box.checked && others.length >= MOST_COMPARED) {
      box.checked = false;
      this.#say(`${MOST_COMPARED} models at most can be compared; take one out first.`);
      return;
    }
    this.#go(box.checked ? [...others, id] : others);
  }

  #go(ids: readonly string[]) {
    // Each tick must not become a step of the way back.
    changeAddress(searchFromModels(ids, location.search), 'replaceState');
    this.restore();
  }

  #say(text: string) {
    const said = this.#root.querySelector('[data-picked] span');
    if (said !== null) said.textContent = text;
  }
}

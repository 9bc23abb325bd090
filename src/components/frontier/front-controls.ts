import '../../query/per-choice.ts';
import { QUALITY_INDICES } from '../../library/quality-level.ts';
import { type Against, HELD_AGAINST } from '../../query/against.ts';
import { carryAsked } from '../../query/asked-links.ts';
import { AS_SERVED_STATE } from '../../query/asked-scenario.ts';
import { fieldOf, readFilterFields, writeFilterFields } from '../../query/filter-fields.ts';
import { ASKED_CHANGED } from '../../query/is-asked.ts';
import {
  MASS_UNIT,
  MASS_UNITS,
  type MassUnit,
  PUBLISHED_MASS_UNIT,
  searchWithMassUnit,
} from '../../query/mass-unit.ts';
import { filterFromSearch, passes, searchWithFilter } from '../../query/model-filters.ts';
import { type Per, PUBLISHED_PER, perFromText, perParameter, perWords } from '../../query/per.ts';
import { providersIn } from '../../query/providers-in.ts';
import type { ModelFilter } from '../../query/table-state.ts';
import { modelsText } from '../../text/numbers.ts';
import { shortTokenText } from '../../text/tokens.ts';
import { KeptContent } from '../../ui/kept-content.ts';
import { changeAddress, parametersOf, searchWith } from '../../ui/link/address.ts';
import { LinkReader } from '../../ui/link/link-reader.ts';
import { ROWS_CHANGED } from '../../ui/table/rows-changed.ts';
import { reasonOf, showProblem } from '../../ui/try-again.ts';
import { showFront } from './asked-front.ts';
import { type RatedRow, readRated, writeRow } from './rated-rows.ts';

/** What a link to the front of another index keeps, besides who competes. */
const KEPT = ['per', 'unit', 'against', 'now'] as const;

/**
 * Shows the front among the models that a reader asks for, per what is asked, and keeps the URL in
 * step. As served nothing is computed.
 */
export class FrontControls {
  readonly #root: HTMLElement;
  readonly #rows: readonly RatedRow[];
  readonly #served: readonly KeptContent[];
  #filter: ModelFilter = filterFromSearch('');
  /** Tells the answer to the last question from those to others. */
  #step = 0;

  constructor(root: HTMLElement, signal: AbortSignal) {
    this.#root = root;
    this.#rows = readRated(root);
    this.#served = [
      ...root.querySelectorAll('[data-lead], [data-mean], [data-drawn], [data-quantity]'),
    ].map((place) => new KeptContent(place));
    // A shorter sentence must not pull up what stands below it.
    const lead = root.querySelector<HTMLElement>('[data-lead]');
    if (lead !== null) lead.style.minHeight = `${lead.offsetHeight}px`;
    this.#restore();
    root.addEventListener('input', (event) => this.#onInput(event), { signal });
    root.addEventListener('change', ({ target }) => this.#holdAgainst(target), { signal });
    root.addEventListener('submit', (event) => event.preventDefault(), { signal });
    root.addEventListener('click', (event) => this.#onClick(event), { signal });
    addEventListener('popstate', () => this.#restore(), { signal });
    document.addEventListener(ASKED_CHANGED, () => void this.#show(), { signal });
  }

  get #initialPer(): Per {
    return perFromText(this.#root.dataset.per ?? '') ?? PUBLISHED_PER;
  }

  get #form(): ParentNode {
    return this.#root.querySelector('form') ?? this.#root;
  }

  #restore() {
    this.#filter = filterFromSearch(location.search, { providers: providersIn(this.#root) });
    const { leastContextTokens: least } = this.#filter;
    const contextText = least === undefined ? '' : `${shortTokenText(least)} or more`;
    writeFilterFields(this.#form, this.#filter, contextText);
    void this.#show();
  }

  #onInput({ target }: Event) {
    if (!(target instanceof Element) || target.closest('form') === null) return;
    // A price that is typed is one step back, not one a letter.
    const isTyped = target instanceof HTMLInputElement && target.type !== 'checkbox';
    this.#change(readFilterFields(this.#form), isTyped ? 'replaceState' : 'pushState');
  }

  /** What figures are weighed in or multiples of was chosen, or the model in use named. */
  #holdAgainst(target: EventTarget | null) {
    if (target instanceof HTMLSelectElement && target.name === 'against') {
      const unit = MASS_UNITS.find((one) => one === target.value);
      const against = unit === undefined ? target.value : '';
      const search = searchWithMassUnit(unit ?? PUBLISHED_MASS_UNIT, location.search);
      changeAddress(searchWith(search, { against }));
      void carryAsked();
      void this.#show();
    } else if (target instanceof HTMLInputElement && target.name === 'now') {
      void import('../../query/model-in-use.ts').then((module) => module.keepModelInUse(target));
    }
  }

  #onClick({ target }: Event) {
    if (!(target instanceof Element) || target.closest('[data-reset]') === null) return;
    this.#change(filterFromSearch(''));
    this.#restore();
    fieldOf(this.#form, 'provider')?.focus();
  }

  #change(filter: ModelFilter, step: 'pushState' | 'replaceState' = 'pushState') {
    this.#filter = filter;
    changeAddress(searchWithFilter(location.search, filter), step);
    void this.#show();
  }

  async #show() {
    this.#step += 1;
    const step = this.#step;
    const link = new LinkReader(location.search);
    const per = link.read(perParameter(this.#initialPer));
    const against = link.read(HELD_AGAINST);
    const unit = link.read(MASS_UNIT);
    this.#showMeasure(against, unit);
    const filterSearch = searchWithFilter('', this.#filter);
    const isFiltered = filterSearch !== '';
    const passing = new Set<string>();
    for (const { element, point, keys } of this.#rows) {
      element.hidden = !passes(keys, this.#filter);
      if (!element.hidden) passing.add(point.id);
    }
    this.#showFilter(isFiltered, passing.size);
    for (const link of this.#root.querySelectorAll<HTMLAnchorElement>('a[data-view]')) {
      link.search = searchWith(filterSearch, {
        ...Object.fromEntries(
          KEPT.map((name) => [name, parametersOf(location.search).get(name) ?? '']),
        ),
      });
    }
    if (!isFiltered && per === this.#initialPer && against === '' && unit === PUBLISHED_MASS_UNIT) {
      for (const content of this.#served) content.restore();
      for (const row of this.#rows) {
        if (row.served !== undefined) writeRow(row, row.served, undefined);
      }
      this.#written(per);
      this.#root.removeAttribute('aria-busy');
      return;
    }
    for (const mark of this.#root.querySelectorAll<HTMLElement>('[data-drawn] [data-id]')) {
      mark.toggleAttribute('data-out', !passing.has(mark.dataset.id ?? ''));
    }
    this.#root.setAttribute('aria-busy', 'true');
    try {
      const index =
        QUALITY_INDICES.find((one) => one === this.#root.dataset.index) ?? 'intelligence';
      const show = await showFront(this.#root, this.#rows, {
        asked: { scenario: AS_SERVED_STATE, per, unit },
        index,
        passing,
        isFiltered,
        against,
        search: location.search,
      });
      if (step !== this.#step) return;
      show();
      this.#written(per);
      this.#problem('');
    } catch (error) {
      if (step !== this.#step) return;
      this.#problem(
        `The front could not be computed; the figures are those of before. ${reasonOf(error)}`,
      );
    }
    this.#root.removeAttribute('aria-busy');
  }

  #showMeasure(against: Against | '', unit: MassUnit) {
    const select = this.#root.querySelector<HTMLSelectElement>('select[name=against]');
    if (select !== null) select.value = against === '' ? unit : against;
    this.#root.querySelector('[data-now]')?.toggleAttribute('hidden', against !== 'now');
  }

  #problem(text: string) {
    showProblem(this.#root.querySelector('[data-problem]'), text, () => void this.#show());
  }

  #written(per: Per) {
    // Links that were written anew carry nothing yet.
    void carryAsked();
    for (const place of this.#root.querySelectorAll('[data-functional-unit]')) {
      place.textContent = perWords(per);
    }
    this.#root.querySelector('sortable-table')?.dispatchEvent(new Event(ROWS_CHANGED));
    this.#root.querySelector('.frontier-chart')?.dispatchEvent(new Event(ROWS_CHANGED));
  }

  #showFilter(isFiltered: boolean, shown: number) {
    const output = this.#root.querySelector('output[data-shown]');
    const all = this.#rows.length;
    if (output !== null) {
      output.textContent = isFiltered ? `${shown} of ${modelsText(all)}` : modelsText(all);
    }
    this.#root.querySelector('[data-reset]')?.toggleAttribute('hidden', !isFiltered);
    for (const name of ['provider', 'weights', 'min-context', 'max-price']) {
      const field = fieldOf(this.#form, name);
      field?.toggleAttribute('data-set', field.value !== '');
    }
  }
}

import { FEATURES } from '../../library/model-needs.ts';
import { levelFromText } from '../../library/quality-level.ts';
import { AGAINST } from '../../query/against.ts';
import { COLUMNS } from '../../query/columns.ts';
import {
  boxesOf,
  fieldOf,
  readField,
  readFilterFields,
  tickBoxes,
  tickedOf,
  writeField,
  writeFilterFields,
} from '../../query/filter-fields.ts';
import {
  ANY_SCORE,
  priceFromText,
  priceProblem,
  scoreText,
  searchFromState,
  type TableState,
} from '../../query/table-state.ts';
import { levelWords } from '../../text/quality.ts';
import { shortTokenText } from '../../text/tokens.ts';
import { levelAsked } from './answer-candidates.ts';
import type { TableRow } from './read-rows.ts';
import { type Filter, failsAtMost, withoutFilter } from './row-filters.ts';

/** Filters that stand in a sheet of their own on a phone. */
const HIDDEN_ON_A_PHONE = ['provider', 'evidence', 'weights'] as const satisfies readonly Filter[];

/** Writes a state into the fields. */
export function writeFilters(root: Element, state: TableState): void {
  const { leastContextTokens: least } = state;
  writeFilterFields(root, state, least === undefined ? '' : `${shortTokenText(least)} tokens`);
  checkPrice(root);
  writeField(root, 'q', state.query);
  writeScore(root, levelAsked(root, state));
  writeField(root, 'against', state.against);
  tickBoxes(root, 'columns', state.columns);
}

/**
 * What the fields ask for. The score that the page was served with asks for nothing until the reader
 * touches the sentence: `changed` is the field that was.
 */
export function readFilters(
  root: Element,
  changed: Element,
  { level }: TableState,
): Omit<TableState, 'sort' | 'descending'> {
  checkPrice(root);
  const against = readField(root, 'against');
  return {
    ...readFilterFields(root),
    query: readField(root, 'q'),
    level: changed.closest('.needs') === null ? level : levelOf(readField(root, 'score')),
    against: AGAINST.find((choice) => choice === against) ?? '',
    columns: tickedOf(root, 'columns', COLUMNS),
  };
}

/** Marks what is no price in the field for one; returns the field. */
function checkPrice(root: Element): HTMLInputElement | undefined {
  const price = root.querySelector<HTMLInputElement>('input[name=max-price]') ?? undefined;
  price?.setCustomValidity(priceProblem(price.value));
  return price;
}

/**
 * Says beside the price what was expected where what has been typed is none, and else writes it as it was
 * read: "$5" as 5, 1.200 as 1.2.
 */
export function finishPrice(root: Element, changed: EventTarget | null): void {
  const price = checkPrice(root);
  if (price === undefined || price !== changed || !price.reportValidity()) return;
  price.value = String(priceFromText(price.value) ?? '');
}

/** Writes beside each choice how many rows it would show, and how many filters are set. */
export function writeCounts(
  root: Element,
  rows: readonly TableRow[],
  failed: ReadonlyMap<TableRow, readonly Filter[]>,
  state: TableState,
): void {
  const count = (filter: Filter, fits: (row: TableRow) => boolean) =>
    rows.filter((row) => failsAtMost(filter, failed.get(row) ?? []) && fits(row)).length;
  for (const box of boxesOf(root, 'evidence')) {
    writeCount(
      box,
      count('evidence', ({ evidence }) => evidence === box.value),
    );
  }
  for (const feature of FEATURES) {
    const box = boxesOf(root, 'with').find(({ value }) => value === feature);
    if (box === undefined) continue;
    writeCount(
      box,
      count(feature, ({ features }) => features.includes(feature)),
    );
  }
  const ofProvider = Map.groupBy(
    rows.filter((row) => failsAtMost('provider', failed.get(row) ?? [])),
    ({ provider }) => provider,
  );
  for (const option of root.querySelectorAll<HTMLOptionElement>('[name=provider] option')) {
    if (option.value === '') continue;
    const fitting = ofProvider.get(option.value)?.length ?? 0;
    writeText(option, option.text.replace(/\(\d+\)$/, `(${fitting})`));
  }
  for (const badge of root.querySelectorAll<HTMLElement>('[data-set-count]')) {
    const set = HIDDEN_ON_A_PHONE.filter((filter) => isSet(state, filter)).length;
    writeText(badge, set === 0 ? '' : ` (${set} set)`);
  }
}

function isSet(state: TableState, filter: Filter): boolean {
  return searchFromState(withoutFilter(state, filter)) !== searchFromState(state);
}

function writeCount(box: Element, count: number): void {
  const place = box.closest('label')?.querySelector('.count');
  if (place) writeText(place, String(count));
}

/** Writes what differs: the same text written again is laid out again. */
function writeText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function levelOf(text: string): TableState['level'] {
  return text === ANY_SCORE ? ANY_SCORE : levelFromText(text);
}

function writeScore(root: Element, level: TableState['level']): void {
  const words = level === undefined || level === ANY_SCORE ? 'anything' : levelWords(level);
  writeField(root, 'score', scoreText(level), words);
}

/** Marks what of the sentence the reader has set, and says in it what a model must be able to do. */
export function markSet(root: Element, state: TableState): void {
  const set = {
    score: state.level !== undefined,
    'min-context': state.leastContextTokens !== undefined,
    'max-price': state.mostUsdPerMillionTokens !== undefined,
  };
  for (const [name, isSetHere] of Object.entries(set)) {
    fieldOf(root, name)?.toggleAttribute('data-set', isSetHere);
  }
  const able = boxesOf(root, 'with').flatMap(({ checked, dataset }) =>
    checked ? (dataset.words ?? '') : [],
  );
  const button = root.querySelector('.able-to button');
  if (button === null) return;
  button.toggleAttribute('data-set', able.length > 0);
  button.textContent = able.length > 0 ? able.join(', ') : 'read and write text';
}

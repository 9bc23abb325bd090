import { EVIDENCE_TIERS } from '../../estimation/tier.ts';
import { FEATURES } from '../../library/model-needs.ts';
import { levelFromText } from '../../library/quality-level.ts';
import { AGAINST } from '../../query/against.ts';
import { COLUMNS } from '../../query/columns.ts';
import {
  ANY_SCORE,
  priceFromText,
  priceProblem,
  scoreText,
  searchFromState,
  type TableState,
} from '../../query/table-state.ts';
import { WEIGHTS } from '../../query/weights.ts';
import { levelWords } from '../../text/quality.ts';
import { shortTokenText } from '../../text/tokens.ts';
import { levelAsked } from './answer-candidates.ts';
import type { TableRow } from './read-rows.ts';
import { type Filter, failsAtMost, withoutFilter } from './row-filters.ts';

/** Filters that stand in a sheet of their own on a phone. */
const HIDDEN_ON_A_PHONE = ['provider', 'evidence', 'weights'] as const satisfies readonly Filter[];

/** Writes a state into the fields. */
export function writeFilters(root: Element, state: TableState): void {
  write(root, 'q', state.query);
  write(root, 'weights', state.weights);
  const { leastContextTokens: least } = state;
  writeChoice(root, 'min-context', String(least ?? ''), least && `${shortTokenText(least)} tokens`);
  write(root, 'max-price', String(state.mostUsdPerMillionTokens ?? ''));
  checkPrice(root);
  writeScore(root, levelAsked(root, state));
  for (const box of boxes(root, 'evidence')) {
    box.checked = state.evidence.some((tier) => tier === box.value);
  }
  for (const box of boxes(root, 'with')) {
    box.checked = state.features.some((feature) => feature === box.value);
  }
  write(root, 'provider', state.provider);
  write(root, 'against', state.against);
  for (const box of boxes(root, 'columns')) {
    box.checked = state.columns.some((column) => column === box.value);
  }
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
  const checked = (name: string) =>
    boxes(root, name).flatMap((box) => (box.checked ? [box.value] : []));
  const weights = read(root, 'weights');
  const against = read(root, 'against');
  return {
    query: read(root, 'q'),
    provider: read(root, 'provider'),
    evidence: EVIDENCE_TIERS.filter((tier) => checked('evidence').includes(tier)),
    weights: WEIGHTS.find((choice) => choice === weights) ?? '',
    features: FEATURES.filter((feature) => checked('with').includes(feature)),
    leastContextTokens: Number(read(root, 'min-context')) || undefined,
    mostUsdPerMillionTokens: priceFromText(checkPrice(root)?.value ?? ''),
    level: changed.closest('.needs') === null ? level : levelOf(read(root, 'score')),
    against: AGAINST.find((choice) => choice === against) ?? '',
    columns: COLUMNS.filter((column) => checked('columns').includes(column)),
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
  for (const box of boxes(root, 'evidence')) {
    writeCount(
      box,
      count('evidence', ({ evidence }) => evidence === box.value),
    );
  }
  for (const feature of FEATURES) {
    const box = boxes(root, 'with').find(({ value }) => value === feature);
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
  writeChoice(root, 'score', scoreText(level), words);
}

/** What a link asks for need not be among the choices. */
function writeChoice(root: Element, name: string, value: string, words: string | 0 | undefined) {
  const choices = root.querySelector<HTMLSelectElement>(`select[name=${name}]`);
  if (choices === null) return;
  choices.value = value;
  if (choices.selectedIndex < 0 && words) choices.add(new Option(words, value, false, true));
}

/** Marks what of the sentence the reader has set, and says in it what a model must be able to do. */
export function markSet(root: Element, state: TableState): void {
  const set = {
    score: state.level !== undefined,
    'min-context': state.leastContextTokens !== undefined,
    'max-price': state.mostUsdPerMillionTokens !== undefined,
  };
  for (const [name, isSetHere] of Object.entries(set)) {
    field(root, name)?.toggleAttribute('data-set', isSetHere);
  }
  const able = boxes(root, 'with').flatMap(({ checked, dataset }) =>
    checked ? (dataset.words ?? '') : [],
  );
  const button = root.querySelector('.able-to button');
  if (button === null) return;
  button.toggleAttribute('data-set', able.length > 0);
  button.textContent = able.length > 0 ? able.join(', ') : 'read and write text';
}

function boxes(root: Element, name: string): HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name=${name}]`)];
}

function field(root: Element, name: string) {
  return root.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`);
}

function read(root: Element, name: string): string {
  return field(root, name)?.value ?? '';
}

function write(root: Element, name: string, value: string): void {
  const found = field(root, name);
  if (found !== null) found.value = value;
}

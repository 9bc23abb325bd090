import { EVIDENCE_TIERS } from '../../estimation/tier.ts';
import { COLUMNS } from '../../query/columns.ts';
import {
  FEATURES,
  priceFromText,
  searchFromState,
  type TableState,
} from '../../query/table-state.ts';
import { WEIGHTS } from '../../query/weights.ts';
import { shortTokenText } from '../../text/tokens.ts';
import type { TableRow } from './read-rows.ts';
import { type Filter, failsAtMost, withoutFilter } from './row-filters.ts';

/** Filters that stand behind "More filters" on a laptop; on a phone all but the search do. */
const FURTHER = ['weights', ...FEATURES, 'context', 'price'] as const satisfies readonly Filter[];

/** Writes a state into the fields. */
export function writeFilters(root: Element, state: TableState): void {
  write(root, 'q', state.query);
  write(root, 'weights', state.weights);
  writeContext(root, state.leastContextTokens);
  write(root, 'max-price', String(state.mostUsdPerMillionTokens ?? ''));
  for (const box of boxes(root, 'evidence')) {
    box.checked = state.evidence.some((tier) => tier === box.value);
  }
  for (const box of boxes(root, 'with')) {
    box.checked = state.features.some((feature) => feature === box.value);
  }
  write(root, 'provider', state.provider);
  for (const box of boxes(root, 'columns')) {
    box.checked = state.columns.some((column) => column === box.value);
  }
}

/** What the fields ask for. */
export function readFilters(root: Element): Omit<TableState, 'sort' | 'descending'> {
  const checked = (name: string) =>
    boxes(root, name).flatMap((box) => (box.checked ? [box.value] : []));
  const weights = read(root, 'weights');
  return {
    query: read(root, 'q'),
    provider: read(root, 'provider'),
    evidence: EVIDENCE_TIERS.filter((tier) => checked('evidence').includes(tier)),
    weights: WEIGHTS.find((choice) => choice === weights) ?? '',
    features: FEATURES.filter((feature) => checked('with').includes(feature)),
    leastContextTokens: Number(read(root, 'min-context')) || undefined,
    mostUsdPerMillionTokens: priceFromText(read(root, 'max-price')),
    columns: COLUMNS.filter((column) => checked('columns').includes(column)),
  };
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
  for (const option of root.querySelectorAll<HTMLOptionElement>('[name=provider] option')) {
    if (option.value === '') continue;
    const fitting = count('provider', ({ provider }) => provider === option.value);
    option.textContent = option.text.replace(/\(\d+\)$/, `(${fitting})`);
  }
  for (const badge of root.querySelectorAll<HTMLElement>('[data-set-count]')) {
    const filters = badge.dataset.setCount === 'further' ? FURTHER : HIDDEN_ON_A_PHONE;
    const set = filters.filter((filter) => isSet(state, filter)).length;
    badge.textContent = set === 0 ? '' : ` (${set} set)`;
  }
}

const HIDDEN_ON_A_PHONE = ['provider', 'evidence', ...FURTHER] as const;

function isSet(state: TableState, filter: Filter): boolean {
  return searchFromState(withoutFilter(state, filter)) !== searchFromState(state);
}

function writeCount(box: Element, count: number): void {
  const place = box.closest('label')?.querySelector('.count');
  if (place) place.textContent = String(count);
}

/** A length that a link asks for need not be among the choices. */
function writeContext(root: Element, tokens: number | undefined): void {
  const choices = root.querySelector<HTMLSelectElement>('select[name=min-context]');
  if (choices === null) return;
  choices.value = String(tokens ?? '');
  if (choices.selectedIndex >= 0 || tokens === undefined) return;
  choices.add(new Option(`${shortTokenText(tokens)} tokens`, String(tokens), true, true));
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

import { EVIDENCE_TIERS } from '../estimation/tier.ts';
import { FEATURES } from '../library/model-needs.ts';
import { type ModelFilter, priceFromText } from './table-state.ts';
import { WEIGHTS } from './weights.ts';

/** The fields of a filter of models, which have the names that links give its parameters. */

/** The field of a name. */
export function fieldOf(root: ParentNode, name: string) {
  return root.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`);
}

/** The boxes of a name. */
export function boxesOf(root: ParentNode, name: string): HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name=${name}]`)];
}

/** What a field holds; nothing where there is none. */
export function readField(root: ParentNode, name: string): string {
  return fieldOf(root, name)?.value ?? '';
}

/** Writes into a field; a choice that a link asks for need not be among those offered, and is added in `words`. */
export function writeField(root: ParentNode, name: string, value: string, words = ''): void {
  const field = fieldOf(root, name);
  if (field === null) return;
  field.value = value;
  const isNew = field instanceof HTMLSelectElement && field.selectedIndex < 0;
  if (isNew && words !== '') field.add(new Option(words, value, false, true));
}

/** Ticks the boxes of these values, and no others. */
export function tickBoxes(root: ParentNode, name: string, values: readonly string[]): void {
  for (const box of boxesOf(root, name)) box.checked = values.includes(box.value);
}

/** Which of these values have their box ticked. */
export function tickedOf<Value extends string>(
  root: ParentNode,
  name: string,
  values: readonly Value[],
): Value[] {
  const ticked = boxesOf(root, name).flatMap((box) => (box.checked ? [box.value] : []));
  return values.filter((value) => ticked.includes(value));
}

/** Writes a filter into its fields; `contextText` is a context that is not offered, in the words of the choice. */
export function writeFilterFields(
  root: ParentNode,
  filter: ModelFilter,
  contextText: string,
): void {
  writeField(root, 'provider', filter.provider);
  writeField(root, 'weights', filter.weights);
  writeField(root, 'min-context', String(filter.leastContextTokens ?? ''), contextText);
  writeField(root, 'max-price', String(filter.mostUsdPerMillionTokens ?? ''));
  tickBoxes(root, 'evidence', filter.evidence);
  tickBoxes(root, 'with', filter.features);
}

/** What the fields ask for. */
export function readFilterFields(root: ParentNode): ModelFilter {
  const weights = readField(root, 'weights');
  return {
    provider: readField(root, 'provider'),
    evidence: tickedOf(root, 'evidence', EVIDENCE_TIERS),
    weights: WEIGHTS.find((choice) => choice === weights) ?? '',
    features: tickedOf(root, 'with', FEATURES),
    leastContextTokens: Number(readField(root, 'min-context')) || undefined,
    mostUsdPerMillionTokens: priceFromText(readField(root, 'max-price')),
  };
}

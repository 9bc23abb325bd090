import { type ModelNames, modelFinder } from '../calculator/model-finder.ts';

/** Why an id is not compared, and what could be in its place. */
export interface MissingModel {
  id: string;
  reason: string;
  /** The model that answers for it. */
  instead: { id: string; name: string } | undefined;
}

let names: Promise<ModelNames> | undefined;

/** Explains ids that have no estimate of their own in this release. */
export async function explainMissing(ids: readonly string[]): Promise<MissingModel[]> {
  if (ids.length === 0) return [];
  names ??= fetch('/api/v1/model-names.json').then((response) => {
    if (!response.ok) throw new Error(`/api/v1/model-names.json answered ${response.status}`);
    return response.json();
  });
  names.catch(() => {
    names = undefined;
  });
  const known = await names.catch(() => undefined);
  const find = modelFinder(known?.models ?? []);
  return ids.map((id) => explained(id, find(id), known?.notEstimated ?? []));
}

/** One id, explained from the names that the release knows. */
export function explained(
  id: string,
  found: { id: string; name: string } | undefined,
  notEstimated: ModelNames['notEstimated'],
): MissingModel {
  const entry = notEstimated.find((other) => other.id === id);
  if (entry !== undefined) return { id, reason: entry.reason, instead: undefined };
  if (found === undefined) {
    return {
      id,
      reason:
        'It is not on the list of this release: it may have left OpenRouter, or be spelt otherwise.',
      instead: undefined,
    };
  }
  const { name } = found;
  const kind = id.startsWith('~') ? 'an alias' : id.includes(':') ? 'a variant' : 'another name';
  return { id, reason: `It is ${kind} of ${name}, which is estimated.`, instead: found };
}

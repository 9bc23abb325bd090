import type { Resolution } from '../../library/find-model.ts';
import type { ModelNames } from '../../library/model-names.ts';
import { type KnownModel, knownNames } from '../../query/known-names.ts';
import { reasonOf } from '../../ui/try-again.ts';

/** Why an id is not compared, and what could be in its place. */
export interface MissingModel {
  id: string;
  reason: string;
  /** The model that answers for it, or those that may be meant. */
  instead: { id: string; name: string }[];
}

const MOST_OFFERED = 3;

/**
 * Explains ids that have no estimate of their own in this release. Where the names of the release
 * cannot be read, it says that nothing is known.
 */
export async function explainMissing(ids: readonly string[]): Promise<MissingModel[]> {
  if (ids.length === 0) return [];
  try {
    const { finder, notEstimated } = await knownNames();
    return ids.map((id) => explained(id, finder.resolve(id), notEstimated));
  } catch (error) {
    const reason = `Why it has no estimate could not be looked up: ${reasonOf(error)}.`;
    return ids.map((id) => ({ id, reason, instead: [] }));
  }
}

/** One id, explained from the names that the release knows. */
export function explained(
  id: string,
  resolution: Resolution<Pick<KnownModel, 'id' | 'name'>>,
  notEstimated: ModelNames['notEstimated'],
): MissingModel {
  const entry = notEstimated.find((other) => other.id === id);
  if (entry !== undefined) return { id, reason: entry.reason, instead: [] };
  if (resolution.kind === 'found') {
    const { name } = resolution.model;
    const kind = id.startsWith('~') ? 'an alias' : id.includes(':') ? 'a variant' : 'another name';
    const reason = `It is ${kind} of ${name}, which is estimated.`;
    return { id, reason, instead: [resolution.model] };
  }
  return {
    id,
    reason:
      'It is not on the list of this release: it may have left OpenRouter, or be spelt otherwise.',
    instead: resolution.candidates.slice(0, MOST_OFFERED),
  };
}

import { publishedFile } from '../../query/published-file.ts';
import { type ModelNames, modelFinder } from '../calculator/model-finder.ts';
import { reasonOf } from '../problem.ts';

/** Why an id is not compared, and what could be in its place. */
export interface MissingModel {
  id: string;
  reason: string;
  /** The model that answers for it. */
  instead: { id: string; name: string } | undefined;
}

/**
 * Explains ids that have no estimate of their own in this release. Where the names of the release
 * cannot be read, it says that nothing is known.
 */
export async function explainMissing(ids: readonly string[]): Promise<MissingModel[]> {
  if (ids.length === 0) return [];
  try {
    const { models, notEstimated } = await publishedFile('/api/v1/model-names.json');
    const find = modelFinder(models);
    return ids.map((id) => explained(id, find(id), notEstimated));
  } catch (error) {
    const reason = `Why it has no estimate could not be looked up: ${reasonOf(error)}.`;
    return ids.map((id) => ({ id, reason, instead: undefined }));
  }
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

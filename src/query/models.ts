import { searchWith } from '../ui/link/address.ts';
import { type Known, LinkReader, type Parameter, partsOf } from '../ui/link/link-reader.ts';

/** How many models stand side by side at most. */
export const MOST_COMPARED = 6;

/**
 * Ids of models, in a link's order, each once. A page that knows which can be picked takes no others,
 * and no more than can stand side by side; the comparison itself says of each what becomes of it.
 */
export const MODELS: Parameter<readonly string[]> = {
  name: 'models',
  initial: [],
  read: (text, { models }) => {
    const parts = partsOf(text.toLowerCase());
    const ids = [...new Set(parts)];
    if (models === undefined) return { value: ids, unread: [] };
    const value = ids.filter((id) => models.includes(id)).slice(0, MOST_COMPARED);
    return { value, unread: parts.filter((id) => !value.includes(id)) };
  },
};

/** The model ids of a link, in its order, each once. */
export function modelsFromSearch(search: string, known?: Known): string[] {
  return linkedModels(search, known).slice(0, MOST_COMPARED);
}

/** Those that a link names beyond what can stand side by side. */
export function modelsTooMany(search: string): string[] {
  return linkedModels(search).slice(MOST_COMPARED);
}

/** The link's search part for these models, with all else that a search part holds. */
export function searchFromModels(ids: readonly string[], search = ''): string {
  return searchWith(search, { models: ids.join(',') });
}

/** What a reader can do with a model that is compared. */
export type ModelChange = 'up' | 'down' | 'remove';

/** The ids after a change to one of them. */
export function changedModels(ids: readonly string[], id: string, change: ModelChange): string[] {
  const others = ids.filter((other) => other !== id);
  if (change === 'remove') return others;
  const place = ids.indexOf(id) + (change === 'up' ? -1 : 1);
  return others.toSpliced(Math.max(0, place), 0, id);
}

function linkedModels(search: string, known?: Known): readonly string[] {
  return new LinkReader(search, known).read(MODELS);
}

import { parametersOf, searchWith } from '../address.ts';

/** How many models stand side by side at most. */
export const MOST_COMPARED = 6;

/** The model ids of a compare link, in its order, each once. */
export function modelsFromSearch(search: string): string[] {
  return linkedModels(search).slice(0, MOST_COMPARED);
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

function linkedModels(search: string): string[] {
  const ids = (parametersOf(search).get('models') ?? '').split(',');
  return [...new Set(ids.map((id) => id.trim()).filter((id) => id !== ''))];
}

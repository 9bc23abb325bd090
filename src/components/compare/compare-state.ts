import { parametersOf, searchWith } from '../address.ts';

/** How many models stand side by side at most. */
export const MOST_COMPARED = 6;

/** The model ids of a compare link, in its order, each once. */
export function modelsFromSearch(search: string): string[] {
  const ids = (parametersOf(search).get('models') ?? '').split(',');
  return [...new Set(ids.map((id) => id.trim()).filter((id) => id !== ''))].slice(0, MOST_COMPARED);
}

/** The link's search part for these models, with all else that a search part holds. */
export function searchFromModels(ids: readonly string[], search = ''): string {
  return searchWith(search, { models: ids.join(',') });
}

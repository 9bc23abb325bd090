/** How many models stand side by side at most. */
export const MOST_COMPARED = 6;

/** The model ids of a compare link, in its order, each once. */
export function modelsFromSearch(search: string): string[] {
  const ids = (new URLSearchParams(search).get('models') ?? '').split(',');
  return [...new Set(ids.map((id) => id.trim()).filter((id) => id !== ''))].slice(0, MOST_COMPARED);
}

/** The link's search part for these models; slashes and colons stay readable. */
export function searchFromModels(ids: readonly string[]): string {
  return ids.length === 0
    ? ''
    : `?models=${ids.map((id) => encodeURIComponent(id).replaceAll('%2F', '/').replaceAll('%3A', ':')).join(',')}`;
}

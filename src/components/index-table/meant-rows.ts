import { knownNames } from '../../query/model-names.ts';
import { shortNameOf } from '../../release/short-name.ts';
import type { TableRow } from './read-rows.ts';

const MOST_NAMED = 3;

/**
 * Marks the rows that a query may mean that no row is called as: by another name of the model, what
 * people call a family, or but for one letter. Returns in words how the query was read, or what comes
 * near it. Rejects where the names of the models cannot be read.
 */
export async function markMeantRows(rows: readonly TableRow[], query: string): Promise<string> {
  const { finder } = await knownNames();
  const resolution = finder.resolve(query);
  const meant = resolution.kind === 'found' ? [resolution.model] : finder.search(query).models;
  const ids = new Set(meant.map(({ id }) => id));
  for (const row of rows) if (ids.has(row.id)) row.meantBy = query;
  const nothing = `nothing is called “${query}”`;
  if (resolution.kind === 'found') {
    return `“${query}” is read as ${shortNameOf(resolution.model.name)}`;
  }
  if (meant.length > MOST_NAMED) return `${nothing}; shown: ${meant.length} models it may mean`;
  if (meant.length > 0) return `${nothing}; shown: ${namesOf(meant)}`;
  const near = namesOf(resolution.candidates.slice(0, MOST_NAMED));
  return near === '' ? nothing : `${nothing}; the nearest names: ${near}`;
}

function namesOf(models: readonly { name: string }[]): string {
  return new Intl.ListFormat('en-GB').format(models.map(({ name }) => shortNameOf(name)));
}

/**
 * Opens the model that a query means for certain, if its row is shown, and else leads to the row shown
 * that it means most likely. Rejects where the names of the models cannot be read.
 */
export async function takeBest(rows: readonly TableRow[], query: string): Promise<void> {
  if (query.trim() === '') return;
  const { finder } = await knownNames();
  const shown = rows.filter(({ element }) => !element.hidden);
  const byId = new Map(shown.map((row) => [row.id, row]));
  const [best = shown[0]] = finder.search(query).models.flatMap(({ id }) => byId.get(id) ?? []);
  const link = best?.element.querySelector('a');
  if (best !== undefined && finder.find(query)?.model.id === best.id) link?.click();
  else link?.focus();
}

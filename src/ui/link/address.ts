/** Parameters in the order in which every address has them, so that one state has one address. */
const ORDER = [
  'models',
  'use',
  'instead',
  'q',
  'provider',
  'reason',
  'evidence',
  'weights',
  'with',
  'min-context',
  'max-price',
  'score',
  'now',
  'against',
  'columns',
  'sort',
  'per',
  'unit',
  'grid',
  'pue',
  'boundary',
] as const;

/** What a link can say. */
export type ParameterName = (typeof ORDER)[number];

/** Turns the parameters of one version of links into those of the next. */
export type LinkMigration = (parameters: URLSearchParams) => URLSearchParams;

/**
 * What has changed in the meaning of links, oldest first: the first turns version 1 into version 2.
 * Whoever renames a parameter or a value adds a step, so that links made before keep their meaning.
 */
const MIGRATIONS: readonly LinkMigration[] = [];

/** Links say their version from the second on. */
const VERSION = 'v';

/**
 * The parameters of a URL's search part as this site means them today, their names in lower case:
 * those of an older link are brought up, step by step. All that reads an address reads it through
 * this. A version that does not exist stays among them, where nothing reads it.
 */
export function parametersOf(
  search: string,
  migrations: readonly LinkMigration[] = MIGRATIONS,
): URLSearchParams {
  const parameters = new URLSearchParams(
    [...new URLSearchParams(search)].map(([name, value]) => [name.toLowerCase(), value]),
  );
  const version = Number(parameters.get(VERSION) ?? 1);
  if (!Number.isInteger(version) || version < 1 || version > migrations.length + 1) {
    return parameters;
  }
  parameters.delete(VERSION);
  return migrations.slice(version - 1).reduce((older, migrate) => migrate(older), parameters);
}

/**
 * A URL's search part with these parameters set and all others kept; an empty value takes a
 * parameter out, and of one that stands there several times the first that says something stays.
 * Slashes, colons and commas stay readable.
 */
export function searchWith(
  search: string,
  parameters: Readonly<Record<string, string>>,
  migrations: readonly LinkMigration[] = MIGRATIONS,
): string {
  const merged = new Map<string, string>();
  for (const [name, value] of parametersOf(search, migrations)) {
    if (!merged.get(name)?.trim()) merged.set(name, value);
  }
  for (const [name, value] of Object.entries(parameters)) {
    if (value === '') merged.delete(name);
    else merged.set(name, value);
  }
  if (merged.size === 0) return '';
  if (migrations.length > 0) merged.set(VERSION, String(migrations.length + 1));
  const parts = [...merged]
    .toSorted(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return `?${parts.join('&')}`;
}

/** Said on the document when the reader has changed the address. */
export const ADDRESS_CHANGED = 'address-changed';

/** Puts a search part into the page's address: as a step of the way back, or in place of the last. */
export function changeAddress(
  search: string,
  step: 'pushState' | 'replaceState' = 'pushState',
): void {
  history[step](null, '', `${location.pathname}${search}`);
  document.dispatchEvent(new Event(ADDRESS_CHANGED));
}

function placeOf(name: string): number {
  const order: readonly string[] = ORDER;
  const place = order.indexOf(name);
  return place === -1 ? ORDER.length : place;
}

function encoded(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',');
}

/** Parameters in the order in which every address has them, so that one state has one address. */
const ORDER = [
  'models',
  'use',
  'instead',
  'q',
  'provider',
  'evidence',
  'weights',
  'with',
  'min-context',
  'max-price',
  'columns',
  'sort',
  'per',
  'grid',
  'pue',
  'boundary',
];

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
 * The parameters of a URL's search part as this site means them today: those of an older link are
 * brought up, step by step. All that reads an address reads it through this.
 */
export function parametersOf(
  search: string,
  migrations: readonly LinkMigration[] = MIGRATIONS,
): URLSearchParams {
  const parameters = new URLSearchParams(search);
  const version = Number(parameters.get(VERSION) ?? 1);
  parameters.delete(VERSION);
  return migrations.slice(version - 1).reduce((older, migrate) => migrate(older), parameters);
}

/**
 * A URL's search part with these parameters set and all others kept; an empty value takes a
 * parameter out. Slashes, colons and commas stay readable.
 */
export function searchWith(
  search: string,
  parameters: Readonly<Record<string, string>>,
  migrations: readonly LinkMigration[] = MIGRATIONS,
): string {
  const merged = new Map(parametersOf(search, migrations));
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

function placeOf(name: string): number {
  const place = ORDER.indexOf(name);
  return place === -1 ? ORDER.length : place;
}

function encoded(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',');
}

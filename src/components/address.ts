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
  'grid',
  'pue',
  'boundary',
];

/**
 * A URL's search part with these parameters set and all others kept; an empty value takes a
 * parameter out. Slashes, colons and commas stay readable.
 */
export function searchWith(search: string, parameters: Readonly<Record<string, string>>): string {
  const merged = new Map(new URLSearchParams(search));
  for (const [name, value] of Object.entries(parameters)) {
    if (value === '') merged.delete(name);
    else merged.set(name, value);
  }
  const parts = [...merged]
    .toSorted(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
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

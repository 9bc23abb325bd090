import fc from 'fast-check';
import type { ForeignLists } from './foreign-lists.ts';

/** One thing that is other than it should be in what OpenRouter answers. */
export interface Mutation {
  list: keyof ForeignLists;
  /** Which record, which of its fields: counted on from the first after the last. */
  record: number;
  field: number;
  does: 'set' | 'remove' | 'repeat the record' | 'remove the record' | 'replace the record';
  value: unknown;
}

/** What has broken programs before: limits of numbers and texts, names of objects' own methods, markup. */
const HOSTILE: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  '-1',
  'NaN',
  'Infinity',
  '1e999',
  '0x10',
  '1,5',
  -1,
  0,
  -0,
  1e-320,
  1e308,
  2 ** 53,
  0.1 + 0.2,
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  'index',
  'CON',
  'a/b:c:d',
  '<script>alert(1)</script>',
  '`$1`',
  '\u0000\u001b[31m',
  '\u202e\u200b',
  '\ud800',
  'x'.repeat(100_000),
  '9999-99-99',
  '0000-00-00',
  [],
  {},
  [[[[[[[[]]]]]]]],
  { __proto__: null, toString: 1 },
];

/** Any mutation; what it is set to is hostile, or any JSON. */
export const Mutations: fc.Arbitrary<Mutation> = fc.record({
  list: fc.constantFrom('models', 'hosts', 'endpoints'),
  record: fc.nat(),
  field: fc.nat(),
  does: fc.constantFrom(
    ...Array<'set'>(8).fill('set'),
    'remove',
    'repeat the record',
    'remove the record',
    'replace the record',
  ),
  value: fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc.jsonValue({ maxDepth: 3 }),
    fc.double(),
    fc.string({ unit: 'binary', maxLength: 40 }),
  ),
});

/** The lists with one of their records changed; the others are the same objects. */
export function mutated(
  lists: ForeignLists,
  mutation: Mutation,
): Record<keyof ForeignLists, unknown[]> {
  const { list, does } = mutation;
  const records: unknown[] = [...lists[list]];
  const place = mutation.record % records.length;
  const record: unknown = structuredClone(records[place]);
  if (does === 'repeat the record') records.push(record);
  else if (does === 'remove the record') records.splice(place, 1);
  else if (does === 'replace the record') records[place] = mutation.value;
  else {
    const paths = pathsIn(record);
    const path = paths[mutation.field % Math.max(1, paths.length)] ?? [];
    setAt(record, path, does === 'remove' ? undefined : mutation.value);
    records[place] = record;
  }
  return { ...lists, [list]: records };
}

/** What was done, for who wants to do it again. */
export function mutationText({ list, record, field, does, value }: Mutation): string {
  return `${list}, record ${record}, field ${field}: ${does} ${JSON.stringify(value)?.slice(0, 80)}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The way to every value within another. */
function pathsIn(value: unknown): string[][] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...pathsIn(inner).map((path) => [key, ...path]),
  ]);
}

function setAt(root: unknown, path: readonly string[], value: unknown): void {
  const last = path.at(-1);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => (isObject(at) ? at[key] : at), root);
  if (last === undefined || !isObject(parent)) return;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
}

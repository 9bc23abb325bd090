/** What a published file holds, compared with what the release says that it should hold. */

/** Fields that an expectation does not name: a difference, unless what was found may hold more. */
type Others = 'unknown' | 'let be';

/** What is said of a field that an expectation does not name. */
export const UNKNOWN_FIELD = 'no test knows this field';

/**
 * Every leaf in which something differs from what was expected of it, in words: where, what was
 * expected, what was found. A regular expression stands for any text that it fits; an absent value
 * is as good as undefined.
 */
export function differences(
  found: unknown,
  expected: unknown,
  where: string,
  others: Others = 'unknown',
): string[] {
  if (expected instanceof RegExp) {
    return typeof found === 'string' && expected.test(found)
      ? []
      : [`${where}: expected text like ${expected}, found ${shown(found)}`];
  }
  if (Array.isArray(expected) && Array.isArray(found)) {
    return ofArrays(found, expected, where, others);
  }
  if (isRecord(expected) && isRecord(found)) {
    return ofRecords(found, expected, where, others);
  }
  return found === expected ? [] : [`${where}: expected ${shown(expected)}, found ${shown(found)}`];
}

function ofArrays(
  found: readonly unknown[],
  expected: readonly unknown[],
  where: string,
  others: Others,
) {
  const counts =
    found.length === expected.length
      ? []
      : [`${where}: expected ${expected.length} entries, found ${found.length}`];
  return [
    ...counts,
    ...expected
      .slice(0, found.length)
      .flatMap((value, index) =>
        differences(found[index], value, `${where} › ${nameOf(value) ?? index}`, others),
      ),
  ];
}

function ofRecords(
  found: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
  where: string,
  others: Others,
) {
  const unknown =
    others === 'unknown' ? Object.keys(found).filter((key) => !(key in expected)) : [];
  return [
    ...unknown.map((key) => `${where} › ${key}: ${UNKNOWN_FIELD}; found ${shown(found[key])}`),
    ...Object.entries(expected).flatMap(([key, value]) =>
      differences(found[key], value, `${where} › ${key}`, others),
    ),
  ];
}

/** What an entry of a list is called, where it says so. */
function nameOf(entry: unknown): string | undefined {
  if (!isRecord(entry)) return undefined;
  const name = entry.id ?? entry.slug ?? entry.zone ?? entry.name ?? entry.hostName;
  return typeof name === 'string' ? name : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

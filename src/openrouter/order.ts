/** Compares by code unit, so that files are sorted alike on every machine, whatever its locale. */
export function byCodeUnit(left: string, right: string): number {
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}

/** The distinct texts, sorted by code unit. */
export function sortedUnique(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort(byCodeUnit);
}

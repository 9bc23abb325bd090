/** One weight per row, so that all groups weigh the same; they average 1. */
export function groupWeights(groups: readonly string[]): number[] {
  const rowsOf = new Map<string, number>();
  for (const group of groups) rowsOf.set(group, (rowsOf.get(group) ?? 0) + 1);
  return groups.map((group) => groups.length / (rowsOf.size * (rowsOf.get(group) ?? 1)));
}

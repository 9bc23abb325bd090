/**
 * The smallest value up to which the given share of the weight lies. Throws a RangeError where
 * there is no value.
 */
export function weightedQuantile(
  values: readonly number[],
  weights: readonly number[],
  share: number,
): number {
  const ordered = values
    .map((value, index) => ({ value, weight: weights[index] ?? 0 }))
    .toSorted((one, other) => one.value - other.value);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // Rounding of the sums must not decide at exactly half of the weight.
  const wanted = share * total * (1 - 1e-12);
  let reached = 0;
  for (const { value, weight } of ordered) {
    reached += weight;
    if (reached >= wanted) return value;
  }
  throw new RangeError('no value to take a quantile of: expected at least one');
}

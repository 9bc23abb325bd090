/**
 * Jackknife over groups: the standard error of a value from the G values that the fit gives without
 * each group, sqrt((G - 1) / G x sum of squared deviations from their mean).
 */
export function jackknifeStandardError(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(((values.length - 1) / values.length) * squares);
}

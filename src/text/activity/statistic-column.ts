/**
 * Columns that say what a row's numbers are of many requests, as where a monitor such as CloudWatch writes
 * a sum and a mean of the same time one below the other.
 */
export const NAMES_STATISTIC = /^(?:stat(?:istic)?s?|aggregat(?:e|ion)(?:type)?|agg|measure)$/;

/** What is no sum of a time, and may not be added up. */
const NO_SUM =
  /^(?:avg|average|mean|median|mittelwert|moyenne|min(?:imum)?|max(?:imum)?|p\d{1,2}(?:\.\d+)?|std(?:dev)?|(?:sample ?)?count)$/i;

/** Whether a cell of such a column says so. */
export function isNoSum(text: string): boolean {
  return NO_SUM.test(text);
}

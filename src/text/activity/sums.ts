import { type Counts, tokensOf } from './row-reader.ts';

/** What rows add up to. */
export type Sums = Omit<Counts, 'total' | 'requests'> & {
  rows: number;
  requests: number;
  rowsWithRequests: number;
  /** Of those that hold tokens. */
  rowsWithoutRequests: number;
};

/** Of no rows. */
export function noTokens(): Sums {
  return {
    rows: 0,
    input: 0,
    cached: 0,
    cacheWrites: 0,
    toolInput: 0,
    output: 0,
    reasoning: 0,
    requests: 0,
    rowsWithRequests: 0,
    rowsWithoutRequests: 0,
  };
}

/** Adds a row, or takes it out again. */
export function addTo(sums: Sums, counts: Counts, times: 1 | -1): void {
  sums.rows += times;
  sums.input += times * counts.input;
  sums.cached += times * counts.cached;
  sums.cacheWrites += times * counts.cacheWrites;
  sums.toolInput += times * counts.toolInput;
  sums.output += times * counts.output;
  sums.reasoning += times * counts.reasoning;
  sums.requests += times * (counts.requests ?? 0);
  if (counts.requests === undefined) {
    if (tokensOf(counts) > 0) sums.rowsWithoutRequests += times;
  } else if (counts.requests > 0) sums.rowsWithRequests += times;
}

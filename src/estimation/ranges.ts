import { at } from './draws.ts';

/** The 5th, 50th and 95th percentile of a quantity. */
export interface Range {
  low: number;
  central: number;
  high: number;
}

/** The percentiles of the draws that a published range shows. */
export const RANGE_PERCENTILES = { low: 0.05, central: 0.5, high: 0.95 } as const;

/**
 * P5, P50 and P95 of the draws, by linear interpolation between order statistics (type 7 of
 * Hyndman and Fan, The American Statistician 50, 1996). The draws are left as they are.
 *
 * By selection, since sorting would cost most of the build: the median parts the draws in two,
 * and each end is looked for in its own half.
 */
export function rangeOf(draws: Float64Array): Range {
  const work = draws.slice();
  const last = work.length - 1;
  const middle = Math.floor(RANGE_PERCENTILES.central * last);
  return {
    central: percentile(work, RANGE_PERCENTILES.central, 0, last),
    low: percentile(work, RANGE_PERCENTILES.low, 0, middle),
    high: percentile(work, RANGE_PERCENTILES.high, middle, last),
  };
}

/** A range times a constant: percentiles scale with the quantity. */
export function scaleRange({ low, central, high }: Range, factor: number): Range {
  return { low: low * factor, central: central * factor, high: high * factor };
}

/**
 * One percentile, reordering `work` between first and last, where its two order statistics must
 * lie (or, at `last`, its only one).
 */
function percentile(work: Float64Array, share: number, first: number, last: number): number {
  const position = share * (work.length - 1);
  const rank = Math.floor(position);
  selectRank(work, rank, first, last);
  const lower = at(work, rank);
  if (position === rank) return lower;
  let upper = Number.POSITIVE_INFINITY;
  const end = rank < last ? last : work.length - 1;
  for (let i = rank + 1; i <= end; i += 1) upper = Math.min(upper, at(work, i));
  return lower + (position - rank) * (upper - lower);
}

/** Below this length, sampling first costs more than it saves. */
const SAMPLING_LENGTH = 600;

/**
 * The value of this rank comes to its place, no larger ones before it.
 * Source: R. W. Floyd and R. L. Rivest, Algorithm 489: SELECT, Communications of the ACM 18 (1975).
 */
function selectRank(work: Float64Array, rank: number, first: number, last: number): void {
  let left = first;
  let right = last;
  while (left < right) {
    if (right - left > SAMPLING_LENGTH) {
      // Selects in a sample around the rank first, so that the pivot is nearly the wanted value.
      const length = right - left + 1;
      const place = rank - left + 1;
      const lnLength = Math.log(length);
      const sample = 0.5 * Math.exp((2 * lnLength) / 3);
      const spread =
        0.5 *
        Math.sqrt((lnLength * sample * (length - sample)) / length) *
        (place < length / 2 ? -1 : 1);
      const start = Math.floor(rank - (place * sample) / length + spread);
      const end = Math.floor(rank + ((length - place) * sample) / length + spread);
      selectRank(work, rank, Math.max(left, start), Math.min(right, end));
    }
    const pivot = at(work, rank);
    let i = left;
    let j = right;
    while (i <= j) {
      while (at(work, i) < pivot) i += 1;
      while (pivot < at(work, j)) j -= 1;
      if (i <= j) {
        const held = at(work, i);
        work[i] = at(work, j);
        work[j] = held;
        i += 1;
        j -= 1;
      }
    }
    if (j < rank) left = i;
    if (rank < i) right = j;
  }
}

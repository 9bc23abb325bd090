import { at } from './draws.ts';

/** The 5th, 50th and 95th percentile of a quantity. */
export interface Range {
  low: number;
  central: number;
  high: number;
  /** The 25th and 75th percentile; a range that was published without them has none. */
  middleHalf?: { low: number; high: number };
}

/** Where another's figure lies against a range of ours. */
export const VERDICTS = ['inside', 'above', 'below'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The percentiles of the draws that a published range shows. */
export const RANGE_PERCENTILES = { low: 0.05, central: 0.5, high: 0.95 } as const;
const MIDDLE_HALF_PERCENTILES = { low: 0.25, high: 0.75 } as const;

/**
 * P5, P25, P50, P75 and P95 of positive draws, by linear interpolation between order statistics (type 7 of
 * Hyndman and Fan, The American Statistician 50, 1996). The draws are left as they are. Throws a
 * RangeError where there are none.
 *
 * Sorting would cost most of the build, and comparing draws most of the rest: a processor cannot
 * foresee how they compare. So draws are counted in buckets first, and only the few that share a
 * bucket with a wanted order statistic are sorted.
 */
export function rangeOf(draws: Float64Array): Range {
  const last = draws.length - 1;
  const statisticAt = orderStatistics(draws, [
    ...ranksAround(RANGE_PERCENTILES.low, last),
    ...ranksAround(MIDDLE_HALF_PERCENTILES.low, last),
    ...ranksAround(RANGE_PERCENTILES.central, last),
    ...ranksAround(MIDDLE_HALF_PERCENTILES.high, last),
    ...ranksAround(RANGE_PERCENTILES.high, last),
  ]);
  const percentile = (share: number) => {
    const [rank, next] = ranksAround(share, last);
    const lower = statisticAt(rank);
    return rank === next ? lower : lower + (share * last - rank) * (statisticAt(next) - lower);
  };
  return {
    low: percentile(RANGE_PERCENTILES.low),
    central: percentile(RANGE_PERCENTILES.central),
    high: percentile(RANGE_PERCENTILES.high),
    middleHalf: {
      low: percentile(MIDDLE_HALF_PERCENTILES.low),
      high: percentile(MIDDLE_HALF_PERCENTILES.high),
    },
  };
}

/** The ranks between which a percentile lies; one rank twice where it falls on it. */
function ranksAround(share: number, last: number): [number, number] {
  const position = share * last;
  return [Math.floor(position), Math.ceil(position)];
}

/** A range times a constant: percentiles scale with the quantity. */
export function scaleRange({ low, central, high, middleHalf }: Range, factor: number): Range {
  return {
    low: low * factor,
    central: central * factor,
    high: high * factor,
    ...(middleHalf && {
      middleHalf: { low: middleHalf.low * factor, high: middleHalf.high * factor },
    }),
  };
}

/** The three percentiles that are published of a range. */
export function percentilesOf({ low, central, high }: Range): Range {
  return { low, central, high };
}

/** The range of one over a quantity. */
export function inverseOf({ low, central, high, middleHalf }: Range): Range {
  return {
    low: 1 / high,
    central: 1 / central,
    high: 1 / low,
    ...(middleHalf && { middleHalf: { low: 1 / middleHalf.high, high: 1 / middleHalf.low } }),
  };
}

/** Where a double's sign, exponent and leading digits lie within its eight bytes. */
export const HIGH_WORD = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;
/** Digits of the high word that are dropped: sixty-four buckets between a value and its double. */
const DROPPED_BITS = 14;

/** Values whose leading bits are the same, of which one is looked for by its rank. */
interface Bucket {
  /** How many values lie below all of them. */
  below: number;
  members: Float64Array;
  /** How many members are put in by now. */
  filled: number;
}

/**
 * Order statistics of positive values by rank, 0 being the smallest, for the ranks that are named in
 * ascending order. Read as an integer, the high word of a positive double grows with the value, so its
 * leading bits make buckets in order, evenly spaced on a logarithmic scale.
 */
function orderStatistics(values: Float64Array, ranks: readonly number[]): (rank: number) => number {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  let lowest = 0xffffffff;
  let highest = 0;
  for (let word = HIGH_WORD; word < words.length; word += 2) {
    const high = words[word] ?? 0;
    if (high < lowest) lowest = high;
    if (high > highest) highest = high;
  }
  const first = lowest >>> DROPPED_BITS;
  const counts = new Uint32Array((highest >>> DROPPED_BITS) - first + 1);
  for (let word = HIGH_WORD; word < words.length; word += 2) {
    const place = ((words[word] ?? 0) >>> DROPPED_BITS) - first;
    counts[place] = (counts[place] ?? 0) + 1;
  }

  const buckets = new Map<number, Bucket>();
  let place = 0;
  let below = 0;
  for (const rank of ranks) {
    for (; below + (counts[place] ?? Number.POSITIVE_INFINITY) <= rank; place += 1) {
      below += counts[place] ?? 0;
    }
    const members = new Float64Array(counts[place] ?? 0);
    if (!buckets.has(place)) buckets.set(place, { below, members, filled: 0 });
  }
  const isWanted = new Uint8Array(counts.length);
  for (const wanted of buckets.keys()) isWanted[wanted] = 1;
  for (let word = HIGH_WORD; word < words.length; word += 2) {
    const leading = ((words[word] ?? 0) >>> DROPPED_BITS) - first;
    if (isWanted[leading] !== 1) continue;
    const bucket = buckets.get(leading);
    if (bucket === undefined) continue;
    bucket.members[bucket.filled] = at(values, word >>> 1);
    bucket.filled += 1;
  }
  const inOrder = [...buckets.values()];
  for (const { members } of inOrder) members.sort();
  return (rank) => {
    const holder = inOrder.findLast((bucket) => bucket.below <= rank);
    return at(holder?.members ?? new Float64Array(0), rank - (holder?.below ?? 0));
  };
}

/** How many joint draws every range of the index rests on. */
export const DRAW_COUNT = 4096;

/**
 * The inputs that are drawn, each with its own dimension of the Latin hypercube. A dimension's
 * number seeds its permutation, so the numbers are part of the method: never reuse or renumber one.
 * Those that are missing belonged to method 1 (accelerator 2, bits 3, context 5, replica 7, endpoint 18).
 */
const DIMENSION = {
  activeParametersOrPrice: 0,
  totalParametersOrInputShare: 1,
  concurrentSequences: 4,
  servingStack: 6,
  mixtureOfExperts: 8,
  formError: 9,
  prefillExtra: 10,
  hostAndIdle: 11,
  powerUsageEffectiveness: 12,
  gridIntensity: 13,
  embodied: 14,
  cachedInputShare: 15,
  waterOnSite: 16,
  waterOffSite: 17,
  site: 19,
  hopperShare: 20,
  rackShare: 21,
  amdShare: 22,
  hostDeviation: 23,
  writtenTokens: 24,
} as const;

export type Dimension = keyof typeof DIMENSION;

/** Uniform draws in (0, 1): one column of DRAW_COUNT values per dimension. */
export type UnitDraws = Readonly<Record<Dimension, Float64Array>>;

const SEED = 20260920;
const SEED_STEP_PER_DIMENSION = 7919;

/**
 * The Latin hypercube sample that all models share: each column is a permutation of the midpoints
 * (k + 0.5) / DRAW_COUNT, by mulberry32 seeded with 20260920 + 7919 x the dimension's number, so that the
 * same inputs give the same bytes.
 */
export function latinHypercube(): UnitDraws {
  const column = (dimension: Dimension) =>
    shuffledMidpoints(mulberry32(SEED + SEED_STEP_PER_DIMENSION * DIMENSION[dimension]));
  return {
    activeParametersOrPrice: column('activeParametersOrPrice'),
    totalParametersOrInputShare: column('totalParametersOrInputShare'),
    concurrentSequences: column('concurrentSequences'),
    servingStack: column('servingStack'),
    mixtureOfExperts: column('mixtureOfExperts'),
    formError: column('formError'),
    prefillExtra: column('prefillExtra'),
    hostAndIdle: column('hostAndIdle'),
    powerUsageEffectiveness: column('powerUsageEffectiveness'),
    gridIntensity: column('gridIntensity'),
    embodied: column('embodied'),
    cachedInputShare: column('cachedInputShare'),
    waterOnSite: column('waterOnSite'),
    waterOffSite: column('waterOffSite'),
    site: column('site'),
    hopperShare: column('hopperShare'),
    rackShare: column('rackShare'),
    amdShare: column('amdShare'),
    hostDeviation: column('hostDeviation'),
    writtenTokens: column('writtenTokens'),
  };
}

/** A column of the hypercube: Fisher-Yates from the top over all k, then (k + 0.5) / DRAW_COUNT. */
function shuffledMidpoints(random: () => number): Float64Array {
  const column = Float64Array.from({ length: DRAW_COUNT }, (_, k) => (k + 0.5) / DRAW_COUNT);
  for (let top = DRAW_COUNT - 1; top > 0; top -= 1) {
    const other = Math.floor(random() * (top + 1));
    const held = at(column, top);
    column[top] = at(column, other);
    column[other] = held;
  }
  return column;
}

/** The mulberry32 generator (Tommy Ettinger, public domain): uniform values in [0, 1). */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The value at an index that must exist. Throws a RangeError where it does not. */
export function at(values: Float64Array, index: number): number {
  const value = values[index];
  if (value === undefined) {
    throw new RangeError(`no value at ${index} of ${values.length}`);
  }
  return value;
}

/** A new column, each value computed from its index among the draws. */
export function perDraw(count: number, value: (draw: number) => number): Float64Array {
  const column = new Float64Array(count);
  for (let draw = 0; draw < count; draw += 1) {
    column[draw] = value(draw);
  }
  return column;
}

/** The element-wise product of two columns of draws. A plain loop: it runs twenty times per model. */
export function product(a: Float64Array, b: Float64Array): Float64Array {
  const column = new Float64Array(a.length);
  for (let draw = 0; draw < column.length; draw += 1) {
    column[draw] = at(a, draw) * at(b, draw);
  }
  return column;
}

/** Draws that are taken over at a time: a processor reads memory by pieces of several values. */
const DRAWS_AT_ONCE = 64;

/**
 * Goes through columns over the same draws and hands over, for each draw, one value per column. The
 * array is used again for the next draw, and may be put in order.
 */
export function forEachDraw(
  columns: readonly Float64Array[],
  visit: (values: Float64Array, draw: number) => void,
): void {
  const count = columns[0]?.length ?? 0;
  const taken = new Float64Array(DRAWS_AT_ONCE * columns.length);
  for (let begin = 0; begin < count; begin += DRAWS_AT_ONCE) {
    const end = Math.min(begin + DRAWS_AT_ONCE, count);
    for (const [index, column] of columns.entries()) {
      for (let draw = begin; draw < end; draw += 1) {
        taken[(draw - begin) * columns.length + index] = at(column, draw);
      }
    }
    for (let draw = begin; draw < end; draw += 1) {
      const start = (draw - begin) * columns.length;
      visit(taken.subarray(start, start + columns.length), draw);
    }
  }
}

import { at } from '../../estimation/draws.ts';
import { RANGE_PERCENTILES, type Range } from '../../estimation/ranges.ts';

/** Draws of a quantity that do not count the same; weights need not add up to 1. */
export interface WeightedDraws {
  values: Float64Array;
  weights: Float64Array;
}

/**
 * P5, P50 and P95 of weighted draws. Each draw stands at the middle of its own weight on the
 * cumulative scale, with linear interpolation between neighbours, so that with equal weights the
 * result differs from the plain percentiles by less than the step between two draws. `order` spares
 * sorting where the same values are weighted more than once. Throws a RangeError where no draw has
 * any weight.
 */
export function weightedRangeOf(
  draws: WeightedDraws,
  order: Uint32Array = ascendingOrder(draws.values),
): Range {
  const total = draws.weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError('no draw has any weight: there is no range');
  return {
    low: weightedPercentile(draws, order, RANGE_PERCENTILES.low * total),
    central: weightedPercentile(draws, order, RANGE_PERCENTILES.central * total),
    high: weightedPercentile(draws, order, RANGE_PERCENTILES.high * total),
  };
}

/** Indices of the values from the smallest to the largest. */
export function ascendingOrder(values: Float64Array): Uint32Array {
  return Uint32Array.from(values.keys()).sort((one, other) => at(values, one) - at(values, other));
}

/**
 * Kish's effective sample size, (sum w)^2 / sum w^2: how many equally weighted draws are worth as
 * much. Source: L. Kish, Survey Sampling (1965).
 */
export function effectiveDrawCount(weights: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return squares > 0 ? (sum * sum) / squares : 0;
}

/** Several populations of draws as one, each with the share of its weights' sum. */
export function mixtureOf(parts: readonly WeightedDraws[]): WeightedDraws {
  return {
    values: joined(parts.map(({ values }) => values)),
    weights: joined(parts.map(({ weights }) => weights)),
  };
}

function joined(columns: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(columns.reduce((length, column) => length + column.length, 0));
  let start = 0;
  for (const column of columns) {
    whole.set(column, start);
    start += column.length;
  }
  return whole;
}

/** The value at which the cumulative weight, counted to the middle of each draw, is `wanted`. */
function weightedPercentile(
  { values, weights }: WeightedDraws,
  order: Uint32Array,
  wanted: number,
): number {
  let below = 0;
  let previous: { middle: number; value: number } | undefined;
  for (const draw of order) {
    const weight = at(weights, draw);
    if (weight === 0) continue;
    const middle = below + weight / 2;
    const value = at(values, draw);
    if (middle >= wanted) {
      if (previous === undefined) return value;
      const share = (wanted - previous.middle) / (middle - previous.middle);
      return previous.value + share * (value - previous.value);
    }
    previous = { middle, value };
    below += weight;
  }
  return previous?.value ?? Number.NaN;
}

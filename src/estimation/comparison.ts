import { type Boundary, PUBLISHED_BOUNDARY } from './boundary.ts';
import { at, forEachDraw } from './draws.ts';
import { prepareModel, workloadDraws } from './estimate.ts';
import { OWN_TO_MODEL_ITSELF } from './own-draws.ts';
import type { EstimationInput, Preparation } from './preparation.ts';
import { type Range, rangeOf } from './ranges.ts';
import type { Workload } from './workload.ts';

/** A model and the tokens that it handles. */
export interface WorkloadOfModel {
  input: EstimationInput;
  workload: Workload;
}

/** How two models compare, from their draws in common. */
export interface Comparison {
  /** Probability that the first takes less than the second; ties count half. */
  probabilityLess: number;
  /** First over second. */
  ratio: Range;
}

/** The same of two models, each by its own hosts. */
export interface PairComparison extends Comparison {
  /**
   * The same probability if both were served alike: by hosts that are equally far from the average of
   * the market.
   */
  probabilityLessServedAlike: number;
}

/**
 * Compares what a workload of one model emits with that of another: as they are served, each by its
 * own hosts, and as if both were served alike. What is common to all models (load, software, mix of
 * machines, building) is common to both.
 */
export function compareWorkloads(
  first: WorkloadOfModel,
  second: WorkloadOfModel,
  preparation: Preparation,
  boundary: Boundary = PUBLISHED_BOUNDARY,
): PairComparison {
  const draws = ({ input, workload }: WorkloadOfModel) => {
    const drawn = prepareModel(input, preparation);
    return {
      asServed: workloadDraws(drawn(), workload, boundary).gramsCO2e,
      alike: workloadDraws(drawn(OWN_TO_MODEL_ITSELF), workload, boundary).gramsCO2e,
    };
  };
  const a = draws(first);
  const b = draws(second);
  return {
    ...compareDraws(a.asServed, b.asServed),
    probabilityLessServedAlike: probabilityLess(a.alike, b.alike),
  };
}

/** Compares two columns draw by draw: what is common to both cancels in the ratio. */
export function compareDraws(first: Float64Array, second: Float64Array): Comparison {
  return {
    probabilityLess: probabilityLess(first, second),
    ratio: rangeOf(timesDraws(first, second)),
  };
}

/** The probability that the first of two columns over the same draws holds less; ties count half. */
export function probabilityLess(first: Float64Array, second: Float64Array): number {
  return probabilityLessFrom(0, first, second) ?? 0;
}

/** So many draws are counted before it is asked whether the rest can make a difference. */
const COUNTED_AT_ONCE = 64;

/**
 * The same where it is at least so much, and undefined where it is less: most pairs of a long list are
 * told after a few draws.
 */
export function probabilityLessFrom(
  least: number,
  first: Float64Array,
  second: Float64Array,
): number | undefined {
  const { length } = first;
  let less = 0;
  for (let begin = 0; begin < length; begin += COUNTED_AT_ONCE) {
    if ((less + length - begin) / length < least) return undefined;
    const end = Math.min(begin + COUNTED_AT_ONCE, length);
    for (let draw = begin; draw < end; draw += 1) {
      const a = at(first, draw);
      const b = at(second, draw);
      if (a < b) less += 1;
      else if (a === b) less += 0.5;
    }
  }
  const probability = less / length;
  return probability < least ? undefined : probability;
}

/** The first column as multiples of the second, draw by draw. */
export function timesDraws(first: Float64Array, second: Float64Array): Float64Array {
  return first.map((value, draw) => value / at(second, draw));
}

/** Of columns over the same draws, how often each holds the least; ties share. They add up to 1. */
export function shareOfLeast(columns: readonly Float64Array[]): number[] {
  const count = columns[0]?.length ?? 0;
  const won = new Float64Array(columns.length);
  for (let draw = 0; draw < count; draw += 1) {
    const values = columns.map((column) => at(column, draw));
    const least = Math.min(...values);
    const share = 1 / values.filter((value) => value === least).length;
    for (const [index, value] of values.entries()) {
      if (value === least) won[index] = at(won, index) + share;
    }
  }
  return Array.from(won, (wins) => wins / count);
}

/**
 * Of columns over the same draws, in how many of them each is among the `places` lowest: fewer than
 * that many others hold less. Ties are among them together.
 */
export function shareAmongLowest(columns: readonly Float64Array[], places: number): number[] {
  const draws = columns[0]?.length ?? 0;
  const counts = new Array<number>(columns.length).fill(0);
  const values = new Float64Array(columns.length);
  // Few places of many columns: to sort them all at each draw would take longer than all else.
  const lowest = new Float64Array(Math.min(places, columns.length));
  for (let draw = 0; draw < draws; draw += 1) {
    lowest.fill(Number.POSITIVE_INFINITY);
    for (const [index, column] of columns.entries()) {
      const value = at(column, draw);
      values[index] = value;
      putAmongLowest(lowest, value);
    }
    const most = at(lowest, lowest.length - 1);
    for (const [index, value] of values.entries()) {
      if (value <= most) counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  return counts.map((count) => count / draws);
}

/** Puts a value among the lowest so far, which stand in order, if it is one of them. */
function putAmongLowest(lowest: Float64Array, value: number): void {
  let place = lowest.length - 1;
  if (value >= at(lowest, place)) return;
  for (; place > 0 && at(lowest, place - 1) > value; place -= 1) {
    lowest[place] = at(lowest, place - 1);
  }
  lowest[place] = value;
}

/**
 * The typical model: at each draw the median of all models, so that what they have in common stays in
 * common with each of them. Columns over the same draws, at least one.
 */
export function typicalDraws(columns: readonly Float64Array[]): Float64Array {
  const typical = new Float64Array(columns[0]?.length ?? 0);
  const upper = Math.floor(columns.length / 2);
  const lower = Math.floor((columns.length - 1) / 2);
  forEachDraw(columns, (values, draw) => {
    values.sort();
    typical[draw] = (at(values, lower) + at(values, upper)) / 2;
  });
  return typical;
}

import { at } from './draws.ts';
import { type Range, rangeOf } from './ranges.ts';

/** A model's index of quality, more being better, with its carbon. */
export interface RatedDraws {
  quality: number;
  /** Per draw: gCO2e, or multiples of what all are held against. */
  carbon: Float64Array;
}

/** The least that any model of at least this quality emits: where the front lies. */
export interface FrontStep {
  quality: number;
  carbon: Range;
}

/** The Pareto front of quality against carbon, over all draws. */
export interface Front {
  /** For each model the share of draws in which it is on the front. */
  probabilities: number[];
  /** The front's own position, from the highest quality down. */
  steps: FrontStep[];
  /** Mean number of models on the front of one draw. */
  meanSize: number;
}

/**
 * The Pareto front of quality against carbon, with its uncertainty. Every draw has a front of its own:
 * a model is on it where no other has at least its quality and emits less. The columns must be of one
 * length and drawn for comparison (`totalDraws`, `metricDraws`), so that what models have in common
 * cancels.
 */
export function frontOfDraws(models: readonly RatedDraws[]): Front {
  const draws = models[0]?.carbon.length ?? 0;
  const byQuality = Map.groupBy(models.keys(), (model) => models[model]?.quality ?? 0);
  const descending = [...byQuality].toSorted(([a], [b]) => b - a);
  const least = new Float64Array(draws).fill(Number.POSITIVE_INFINITY);
  const probabilities = models.map(() => 0);
  const steps: FrontStep[] = [];
  for (const [quality, members] of descending) {
    // Those of one quality compete with each other too, so all are counted before any is judged.
    const columns = members.map((member) => models[member]?.carbon ?? least);
    for (const column of columns) takeLeast(least, column);
    for (const [index, member] of members.entries()) {
      probabilities[member] = shareEqual(columns[index] ?? least, least);
    }
    steps.push({ quality, carbon: rangeOf(least) });
  }
  const meanSize = probabilities.reduce((sum, probability) => sum + probability, 0);
  return { probabilities, steps, meanSize };
}

function takeLeast(least: Float64Array, column: Float64Array): void {
  for (let draw = 0; draw < least.length; draw += 1) {
    least[draw] = Math.min(at(least, draw), at(column, draw));
  }
}

/** The share of draws in which a model is the least so far. */
function shareEqual(column: Float64Array, least: Float64Array): number {
  let equal = 0;
  for (let draw = 0; draw < least.length; draw += 1) {
    if (at(column, draw) === at(least, draw)) equal += 1;
  }
  return equal / least.length;
}

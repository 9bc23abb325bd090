import { BOUNDARY_FACTORS, type Boundary, PUBLISHED_BOUNDARY } from './boundary.ts';
import { at, product } from './draws.ts';
import { type DrawSpan, drawsInOrderOf, OWN_TO_MODEL } from './own-draws.ts';
import {
  type EstimationInput,
  energyDraws,
  type ModelDraws,
  type Preparation,
} from './preparation.ts';
import { type Range, rangeOf } from './ranges.ts';
import { serve } from './serving.ts';

/** A model with the id that seeds its own draws. */
export interface IdentifiedInput {
  id: string;
  input: EstimationInput;
}

/** What models are compared and ranked by, per token. */
export const METRICS = [
  'outputGramsCO2e',
  'outputWattHours',
  'inputGramsCO2e',
  'inputWattHours',
] as const;
export type Metric = (typeof METRICS)[number];

/** How two models compare per token, from their draws in common. */
export interface Comparison {
  /** Probability that the first takes less than the second; ties count half. */
  probabilityLess: number;
  /** First over second. */
  ratio: Range;
}

/**
 * A model's draws for comparisons: what is common to all models in common order, what is the model's
 * own in its own, the site of a place in the place's own.
 */
export function comparedDraws(
  { id, input }: IdentifiedInput,
  { shared, spread, method, comparedFactorsOf }: Preparation,
  span: DrawSpan = { start: 0, end: shared.count },
): ModelDraws {
  const { start, end } = span;
  const own = drawsInOrderOf(id, OWN_TO_MODEL, shared, span);
  const serving = serve(input.endpoints, own.unit.endpoint, comparedFactorsOf, start);
  const energy = energyDraws(input.model, serving.servedBits, {
    shared: own,
    spread: {
      output: spread.output.subarray(start, end),
      input: spread.input.subarray(start, end),
    },
    method,
  });
  return { energy, serving };
}

/** A model's metrics per draw, from its draws for comparisons. */
export function metricDraws(
  model: IdentifiedInput,
  preparation: Preparation,
  boundary: Boundary = PUBLISHED_BOUNDARY,
  span?: DrawSpan,
): Record<Metric, Float64Array> {
  const { energy, serving } = comparedDraws(model, preparation, span);
  const grams = serving.factor(BOUNDARY_FACTORS[boundary].grams);
  const wattHours = serving.factor(BOUNDARY_FACTORS[boundary].wattHours);
  return {
    outputGramsCO2e: product(energy.outputJoules, grams),
    outputWattHours: product(energy.outputJoules, wattHours),
    inputGramsCO2e: product(energy.inputJoules, grams),
    inputWattHours: product(energy.inputJoules, wattHours),
  };
}

/**
 * Compares two models by every metric, each on one of its endpoints. The same in a build and in a
 * browser.
 */
export function compareModels(
  first: IdentifiedInput,
  second: IdentifiedInput,
  preparation: Preparation,
  boundary: Boundary = PUBLISHED_BOUNDARY,
): Record<Metric, Comparison> {
  const a = metricDraws(first, preparation, boundary);
  const b = metricDraws(second, preparation, boundary);
  return {
    outputGramsCO2e: compareDraws(a.outputGramsCO2e, b.outputGramsCO2e),
    outputWattHours: compareDraws(a.outputWattHours, b.outputWattHours),
    inputGramsCO2e: compareDraws(a.inputGramsCO2e, b.inputGramsCO2e),
    inputWattHours: compareDraws(a.inputWattHours, b.inputWattHours),
  };
}

/** Compares two columns draw by draw: what is common to both cancels in the ratio. */
export function compareDraws(first: Float64Array, second: Float64Array): Comparison {
  let less = 0;
  const ratios = new Float64Array(first.length);
  for (let draw = 0; draw < first.length; draw += 1) {
    const a = at(first, draw);
    const b = at(second, draw);
    if (a < b) less += 1;
    else if (a === b) less += 0.5;
    ratios[draw] = a / b;
  }
  return { probabilityLess: less / first.length, ratio: rangeOf(ratios) };
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

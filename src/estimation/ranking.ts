import { type Boundary, PUBLISHED_BOUNDARY } from './boundary.ts';
import { at } from './draws.ts';
import { type DrawsOf, prepareModel, workloadDraws } from './estimate.ts';
import type { DrawSpan } from './own-draws.ts';
import type { EstimationInput, Preparation } from './preparation.ts';
import { RANGE_PERCENTILES } from './ranges.ts';
import {
  PER_THOUSAND_INPUT_TOKENS,
  PER_THOUSAND_OUTPUT_TOKENS,
  type Workload,
} from './workload.ts';

/** What the models of a release are ranked by, per token. */
export const METRICS = [
  'outputGramsCO2e',
  'outputWattHours',
  'inputGramsCO2e',
  'inputWattHours',
] as const;
export type Metric = (typeof METRICS)[number];

/** The ranks that a model takes in nine of ten draws; 1 is the lowest. */
export interface RankInterval {
  low: number;
  central: number;
  high: number;
}

/** How many draws are held for all models at once. */
const SPAN = 256;

/**
 * The rank interval of every model by every metric: each draw ranks all models, and P5, P50 and P95
 * of a model's ranks are given. Draws are taken span by span, so that memory grows with the number
 * of models alone.
 */
export function rankModels(
  inputs: readonly EstimationInput[],
  preparation: Preparation,
  boundary: Boundary = PUBLISHED_BOUNDARY,
): Record<Metric, RankInterval>[] {
  const counters = {
    outputGramsCO2e: new RankCounter(inputs.length),
    outputWattHours: new RankCounter(inputs.length),
    inputGramsCO2e: new RankCounter(inputs.length),
    inputWattHours: new RankCounter(inputs.length),
  } satisfies Record<Metric, RankCounter>;
  const models = inputs.map((input) => prepareModel(input, preparation));
  for (const span of spansOf(preparation.shared.count)) {
    const columns = models.map((drawn) => metricDraws(drawn, span, boundary));
    for (const metric of METRICS) {
      countSpan(
        counters[metric],
        columns.map((column) => column[metric]),
      );
    }
  }
  return models.map((_, model) => ({
    outputGramsCO2e: counters.outputGramsCO2e.interval(model),
    outputWattHours: counters.outputWattHours.interval(model),
    inputGramsCO2e: counters.inputGramsCO2e.interval(model),
    inputWattHours: counters.inputWattHours.interval(model),
  }));
}

function metricDraws(
  drawn: DrawsOf,
  span: DrawSpan,
  boundary: Boundary,
): Record<Metric, Float64Array> {
  const draws = drawn(span);
  const takes = (workload: Workload) => workloadDraws(draws, workload, boundary);
  const output = takes(PER_THOUSAND_OUTPUT_TOKENS);
  const input = takes(PER_THOUSAND_INPUT_TOKENS);
  return {
    outputGramsCO2e: output.gramsCO2e,
    outputWattHours: output.wattHours,
    inputGramsCO2e: input.gramsCO2e,
    inputWattHours: input.wattHours,
  };
}

function spansOf(count: number): DrawSpan[] {
  return Array.from({ length: Math.ceil(count / SPAN) }, (_, index) => ({
    start: index * SPAN,
    end: Math.min((index + 1) * SPAN, count),
  }));
}

/** Ranks all models at each draw of a span; one column of draws per model. */
function countSpan(counter: RankCounter, columns: readonly Float64Array[]): void {
  const values = new Float64Array(columns.length);
  const draws = columns[0]?.length ?? 0;
  for (let draw = 0; draw < draws; draw += 1) {
    for (const [model, column] of columns.entries()) values[model] = at(column, draw);
    counter.count(values);
  }
}

/** Beyond this many models ranks are counted in steps of several. */
const MOST_STEPS = 1024;

/** Counts how often each model takes each rank. */
export class RankCounter {
  readonly #steps: number;
  readonly #ranksPerStep: number;
  readonly #counts: Uint16Array;
  readonly #sorted: Float64Array;
  #draws = 0;

  constructor(modelCount: number) {
    this.#steps = Math.min(modelCount, MOST_STEPS);
    this.#ranksPerStep = modelCount / this.#steps;
    this.#counts = new Uint16Array(modelCount * this.#steps);
    this.#sorted = new Float64Array(modelCount);
  }

  /** Ranks all models by their values at one draw, one value per model. */
  count(values: Float64Array): void {
    this.#sorted.set(values);
    this.#sorted.sort();
    for (let model = 0; model < values.length; model += 1) {
      const below = countBelow(this.#sorted, at(values, model));
      const cell = model * this.#steps + Math.floor(below / this.#ranksPerStep);
      this.#counts[cell] = (this.#counts[cell] ?? 0) + 1;
    }
    this.#draws += 1;
  }

  /** P5, P50 and P95 of the ranks that a model took. */
  interval(model: number): RankInterval {
    const own = this.#counts.subarray(model * this.#steps, (model + 1) * this.#steps);
    const rank = (share: number) => {
      const wanted = share * (this.#draws - 1);
      let seen = 0;
      const step = own.findIndex((count) => {
        seen += count;
        return seen > wanted;
      });
      return 1 + Math.floor(step * this.#ranksPerStep);
    };
    return {
      low: rank(RANGE_PERCENTILES.low),
      central: rank(RANGE_PERCENTILES.central),
      high: rank(RANGE_PERCENTILES.high),
    };
  }
}

/** How many of the sorted values are below this one. */
function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(sorted, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

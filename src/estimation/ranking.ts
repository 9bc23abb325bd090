import { at, forEachDraw } from './draws.ts';
import { type ModelDraws, workloadDraws } from './estimate.ts';
import { HIGH_WORD, RANGE_PERCENTILES } from './ranges.ts';
import { PER_THOUSAND_INPUT_TOKENS, PER_THOUSAND_OUTPUT_TOKENS } from './workload.ts';

/** Where a double's last digits lie within its eight bytes. */
const LOW_WORD = 1 - HIGH_WORD;

/** What the models of a release are ranked by, per token. */
const METRICS = ['outputGramsCO2e', 'outputWattHours', 'inputGramsCO2e', 'inputWattHours'] as const;
export type Metric = (typeof METRICS)[number];

/** The ranks that a model takes in nine of ten draws; 1 is the lowest. */
export interface RankInterval {
  low: number;
  central: number;
  high: number;
}

/** What a model is ranked by, per draw. */
export type MetricDraws = Record<Metric, Float64Array>;

/** What a thousand output and a thousand input tokens of one model take, per draw. */
export function metricDraws(draws: ModelDraws): MetricDraws {
  const output = workloadDraws(draws, PER_THOUSAND_OUTPUT_TOKENS);
  const input = workloadDraws(draws, PER_THOUSAND_INPUT_TOKENS);
  return {
    outputGramsCO2e: output.gramsCO2e,
    outputWattHours: output.wattHours,
    inputGramsCO2e: input.gramsCO2e,
    inputWattHours: input.wattHours,
  };
}

/**
 * The rank interval of every model by every metric: each draw ranks all models, and P5, P50 and P95
 * of a model's ranks are given. All columns are over the same draws.
 */
export function rankModels(models: readonly MetricDraws[]): Record<Metric, RankInterval>[] {
  const counterOf = (metric: Metric) => {
    const counter = new RankCounter(models.length);
    forEachDraw(
      models.map((model) => model[metric]),
      (values) => counter.count(values),
    );
    return counter;
  };
  const counters = {
    outputGramsCO2e: counterOf('outputGramsCO2e'),
    outputWattHours: counterOf('outputWattHours'),
    inputGramsCO2e: counterOf('inputGramsCO2e'),
    inputWattHours: counterOf('inputWattHours'),
  } satisfies Record<Metric, RankCounter>;
  return models.map((_, model) => ({
    outputGramsCO2e: counters.outputGramsCO2e.interval(model),
    outputWattHours: counters.outputWattHours.interval(model),
    inputGramsCO2e: counters.inputGramsCO2e.interval(model),
    inputWattHours: counters.inputWattHours.interval(model),
  }));
}

/** Beyond this many models ranks are counted in steps of several. */
const MOST_STEPS = 1024;

/** The last digits of a value, which give way to the number of its model while values are sorted. */
const NUMBER_BITS = 16;
const NUMBER_MASK = 2 ** NUMBER_BITS - 1;

/** Counts how often each model takes each rank. */
export class RankCounter {
  readonly #steps: number;
  readonly #ranksPerStep: number;
  readonly #counts: Uint16Array;
  readonly #sorted: Float64Array;
  /** The same memory. */
  readonly #words: Uint32Array;
  #draws = 0;

  /** Throws a RangeError where there are more models than numbers for them. */
  constructor(modelCount: number) {
    if (modelCount > NUMBER_MASK + 1) throw new RangeError(`${modelCount} models cannot be ranked`);
    this.#steps = Math.min(modelCount, MOST_STEPS);
    this.#ranksPerStep = modelCount / this.#steps;
    this.#counts = new Uint16Array(modelCount * this.#steps);
    this.#sorted = new Float64Array(modelCount);
    this.#words = new Uint32Array(this.#sorted.buffer);
  }

  /**
   * Ranks all models by their positive values at one draw, one value per model; equal values share the
   * lowest rank. A value carries the number of its model through the sorting, so that its rank need not
   * be looked for: values that are alike to eleven digits may take each other's rank.
   */
  count(values: Float64Array): void {
    this.#sorted.set(values);
    for (let model = 0; model < values.length; model += 1) {
      const low = 2 * model + LOW_WORD;
      this.#words[low] = ((this.#words[low] ?? 0) & ~NUMBER_MASK) | model;
    }
    this.#sorted.sort();
    let before = Number.NaN;
    let below = 0;
    for (let place = 0; place < values.length; place += 1) {
      const model = (this.#words[2 * place + LOW_WORD] ?? 0) & NUMBER_MASK;
      const value = at(values, model);
      if (value !== before) below = place;
      before = value;
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

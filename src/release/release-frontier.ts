import { drawModel, workloadDraws } from '../estimation/estimate.ts';
import { type FrontStep, frontOfDraws } from '../estimation/frontier.ts';
import type { Preparation } from '../estimation/preparation.ts';
import { type Range, rangeOf } from '../estimation/ranges.ts';
import { PER_THOUSAND_OUTPUT_TOKENS, type Workload } from '../estimation/workload.ts';
import type { ReleasedModel } from './release.ts';

/** The indices of Artificial Analysis that OpenRouter's list carries. */
export const QUALITY_INDICES = ['intelligence', 'coding', 'agentic'] as const;
export type QualityIndex = (typeof QUALITY_INDICES)[number];

/** What carbon is counted for, beside quality: a thousand output tokens, or one short exchange. */
export const FRONTIER_WORKLOADS = {
  tokens: PER_THOUSAND_OUTPUT_TOKENS,
  request: { inputTokens: 1000, cachedInputTokens: 0, outputTokens: 300, requests: 1 },
} as const satisfies Record<string, Workload>;
export type FrontierWorkload = keyof typeof FRONTIER_WORKLOADS;

/** A model that has the index, with what the front says of it. */
export interface FrontierModel {
  model: ReleasedModel;
  /** On the scale of the index, as listed. */
  quality: number;
  gramsCO2e: Range;
  /** Probability that no other model has at least its quality and emits less. */
  probabilityOnFront: number;
}

/** Quality against carbon: one index, one workload, all models that have both. */
export interface ReleasedFrontier {
  /** The most probable first. */
  models: FrontierModel[];
  /** Where the front itself lies, from the highest quality down. */
  steps: FrontStep[];
  /** Mean number of models on the front of one draw. */
  meanSize: number;
}

/** The front by an index and for a workload, by their names. */
export type FrontierOf = (index: QualityIndex, workload: FrontierWorkload) => ReleasedFrontier;

/** Prepares the fronts of a release: a model is drawn once per workload, whatever the index. */
export function prepareFrontiers(
  models: readonly ReleasedModel[],
  preparation: Preparation,
): FrontierOf {
  const known = new Map<string, { gramsCO2e: Float64Array; range: Range }>();
  const drawn = ({ id, input }: ReleasedModel, name: FrontierWorkload) => {
    const key = `${name} ${id}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const draws = drawModel(input, preparation);
    const { gramsCO2e } = workloadDraws(draws, FRONTIER_WORKLOADS[name]);
    const result = { gramsCO2e, range: rangeOf(gramsCO2e) };
    known.set(key, result);
    return result;
  };
  return (index, workload) => {
    const rated = models.flatMap((model) => {
      const quality = model.listed.artificialAnalysis?.[index];
      return quality === undefined ? [] : [{ model, quality, ...drawn(model, workload) }];
    });
    const { probabilities, ...front } = frontOfDraws(rated);
    return {
      models: rated
        .map(({ model, quality, range }, position) => ({
          model,
          quality,
          gramsCO2e: range,
          probabilityOnFront: probabilities[position] ?? 0,
        }))
        .toSorted((a, b) => b.probabilityOnFront - a.probabilityOnFront || b.quality - a.quality),
      ...front,
    };
  };
}

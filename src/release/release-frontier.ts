import { type FrontStep, frontOfDraws } from '../estimation/frontier.ts';
import { type Range, rangeOf } from '../estimation/ranges.ts';
import { PER_THOUSAND_OUTPUT_TOKENS, type Workload } from '../estimation/workload.ts';
import type { QualityIndex } from '../library/quality-level.ts';
import type { ReleasedModel } from './release.ts';
import type { ColumnOf } from './workload-columns.ts';

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

/** The fronts of a release. */
export function prepareFrontiers(models: readonly ReleasedModel[], columnOf: ColumnOf): FrontierOf {
  const drawn = (model: ReleasedModel, name: FrontierWorkload) => {
    const gramsCO2e = columnOf(model, FRONTIER_WORKLOADS[name]);
    return { gramsCO2e, range: rangeOf(gramsCO2e) };
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

import { type FrontStep, frontOfDraws } from '../estimation/frontier.ts';
import { type Range, rangeOf } from '../estimation/ranges.ts';
import type { Workload } from '../estimation/workload.ts';
import type { QualityIndex } from '../library/quality-level.ts';
import type { ReleasedModel } from './release.ts';
import type { ColumnOf } from './workload-columns.ts';

/** What a model's carbon is counted for, or why it gets no figure. */
export type WorkloadOf = (model: ReleasedModel) => { workload: Workload } | { because: string };

/** A model that has the index. */
interface RatedModel {
  model: ReleasedModel;
  /** On the scale of the index, as listed. */
  quality: number;
}

/** A model that has the index, with what the front says of it. */
export interface FrontierModel extends RatedModel {
  /** In gCO2e. */
  carbon: Range;
  /** Probability that no other model has at least its quality and emits less. */
  probabilityOnFront: number;
}

/** Quality against carbon: one index, all models that have it. */
export interface ReleasedFrontier {
  /** The most probable first. */
  models: FrontierModel[];
  /** Those without a figure, with the reason. */
  leftOut: (RatedModel & { because: string })[];
  /** Where the front itself lies, from the highest quality down. */
  steps: FrontStep[];
  /** Mean number of models on the front of one draw. */
  meanSize: number;
}

/** The front by an index. */
export type FrontierOf = (index: QualityIndex) => ReleasedFrontier;

/** The fronts of a release, each model's carbon being that of its own workload. */
export function prepareFrontiers(
  models: readonly ReleasedModel[],
  columnOf: ColumnOf,
  workloadOf: WorkloadOf,
): FrontierOf {
  const wanted = models.map((model) => ({ model, asked: workloadOf(model) }));
  return (index) => {
    const leftOut: ReleasedFrontier['leftOut'] = [];
    const rated = wanted.flatMap(({ model, asked }) => {
      const quality = model.listed.artificialAnalysis?.[index];
      if (quality === undefined) return [];
      if ('because' in asked) {
        leftOut.push({ model, quality, because: asked.because });
        return [];
      }
      return [{ model, quality, carbon: columnOf(model, asked.workload) }];
    });
    const { probabilities, ...front } = frontOfDraws(rated);
    return {
      models: rated
        .map(({ carbon, ...one }, position) => ({
          ...one,
          carbon: rangeOf(carbon),
          probabilityOnFront: probabilities[position] ?? 0,
        }))
        .toSorted((a, b) => b.probabilityOnFront - a.probabilityOnFront || b.quality - a.quality),
      leftOut,
      ...front,
    };
  };
}

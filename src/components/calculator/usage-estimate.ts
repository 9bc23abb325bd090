import type { Boundary } from '../../estimation/boundary.ts';
import {
  type Comparison,
  compareDraws,
  type WorkloadOfModel,
} from '../../estimation/comparison.ts';
import { at, perDraw } from '../../estimation/draws.ts';
import {
  drawModel,
  type WorkloadEstimate,
  workloadDraws,
  workloadRanges,
} from '../../estimation/estimate.ts';
import type { EstimationInput, Preparation } from '../../estimation/preparation.ts';
import { type Range, rangeOf } from '../../estimation/ranges.ts';
import {
  type Reported,
  reportedDraws,
  reportedRanges,
  sumOfReported,
} from '../../estimation/reported.ts';
import { sumOfDraws, totalDraws } from '../../estimation/total.ts';

/** A line of use: a model by its id, with its tokens. */
export interface UsedModel extends WorkloadOfModel {
  id: string;
}

/** What one line takes, and its part in the total. */
export interface LineEstimate extends WorkloadEstimate {
  id: string;
  /** Taken apart for a report; whatever the boundary asked for. */
  reported: Record<Reported, Range>;
  /** Of the total's gCO2e, draw by draw, between 0 and 1. */
  share: Range;
}

/** What a month of use takes. */
export interface UsageEstimate {
  lines: LineEstimate[];
  total: WorkloadEstimate & { reported: Record<Reported, Range> };
  /** The same tokens, all on one model; the comparison is of it with the lines as they are. */
  instead: { id: string; total: WorkloadEstimate; comparison: Comparison } | undefined;
}

/**
 * Estimates the lines of a month, their total and the same tokens on another model. The total is
 * added up draw by draw, never from the ranges of the lines. Throws a RangeError without lines.
 */
export function estimateUsage(
  workloads: readonly UsedModel[],
  other: { id: string; input: EstimationInput } | undefined,
  preparation: Preparation,
  boundary?: Boundary,
): UsageEstimate {
  const { count } = preparation.shared;
  const parts = workloads.map(({ id, input, workload }) => {
    const draws = drawModel(input, preparation);
    return {
      id,
      draws: workloadDraws(draws, workload, boundary),
      reported: reportedDraws(draws, workload),
    };
  });
  const total = sumOfDraws(
    parts.map(({ draws }) => draws),
    count,
  );
  const lines = parts.map(({ id, draws, reported }) => ({
    id,
    ...workloadRanges(draws),
    reported: reportedRanges(reported),
    share: rangeOf(perDraw(count, (draw) => at(draws.gramsCO2e, draw) / at(total.gramsCO2e, draw))),
  }));
  return {
    lines,
    total: {
      ...workloadRanges(total),
      reported: reportedRanges(
        sumOfReported(
          parts.map(({ reported }) => reported),
          count,
        ),
      ),
    },
    instead: other && onInstead(other),
  };

  function onInstead({ id, input }: { id: string; input: EstimationInput }) {
    const draws = totalDraws(
      workloads.map(({ workload }) => ({ input, workload })),
      preparation,
      boundary,
    );
    return {
      id,
      total: workloadRanges(draws),
      comparison: compareDraws(draws.gramsCO2e, total.gramsCO2e),
    };
  }
}

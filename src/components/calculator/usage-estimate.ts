import type { Boundary } from '../../estimation/boundary.ts';
import {
  type Comparison,
  compareDraws,
  comparedDraws,
  type IdentifiedInput,
} from '../../estimation/comparison.ts';
import { at, perDraw } from '../../estimation/draws.ts';
import type { Preparation } from '../../estimation/preparation.ts';
import { type Range, rangeOf } from '../../estimation/ranges.ts';
import {
  type Reported,
  reportedDraws,
  reportedRanges,
  sumOfReported,
} from '../../estimation/reported.ts';
import {
  sumOfDraws,
  totalDraws,
  totalRanges,
  type WorkloadEstimate,
  type WorkloadOfModel,
} from '../../estimation/total.ts';

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
  workloads: readonly WorkloadOfModel[],
  other: IdentifiedInput | undefined,
  preparation: Preparation,
  boundary?: Boundary,
): UsageEstimate {
  const { count } = preparation.shared;
  const parts = workloads.map((workload) => ({
    id: workload.id,
    draws: totalDraws([workload], preparation, boundary),
    reported: reportedDraws(comparedDraws(workload, preparation), workload.workload),
  }));
  const total = sumOfDraws(
    parts.map(({ draws }) => draws),
    count,
  );
  const lines = parts.map(({ id, draws, reported }) => ({
    id,
    ...totalRanges(draws),
    reported: reportedRanges(reported),
    share: rangeOf(perDraw(count, (draw) => at(draws.gramsCO2e, draw) / at(total.gramsCO2e, draw))),
  }));
  return {
    lines,
    total: {
      ...totalRanges(total),
      reported: reportedRanges(
        sumOfReported(
          parts.map(({ reported }) => reported),
          count,
        ),
      ),
    },
    instead: other && onInstead(other),
  };

  function onInstead({ id, input }: IdentifiedInput) {
    const draws = totalDraws(
      workloads.map(({ workload }) => ({ id, input, workload })),
      preparation,
      boundary,
    );
    return {
      id,
      total: totalRanges(draws),
      comparison: compareDraws(draws.gramsCO2e, total.gramsCO2e),
    };
  }
}

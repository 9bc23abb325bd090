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
import { MOST_OFFERED, OFFERED_FROM } from '../../library/quality-level.ts';

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

/** What some usage takes. */
export interface UsageEstimate {
  lines: LineEstimate[];
  total: WorkloadEstimate & { reported: Record<Reported, Range> };
  instead: Instead | undefined;
}

/** The same tokens, all on one model. */
export interface Instead {
  id: string;
  total: WorkloadEstimate;
  /** Of it with the lines as they are. */
  comparison: Comparison;
}

/** A model with what it is estimated from. */
export interface IdentifiedInput {
  id: string;
  input: EstimationInput;
}

/**
 * Estimates lines of usage, their total and the same tokens on another model. The total is
 * added up draw by draw, never from the ranges of the lines. Throws a RangeError without lines.
 */
export function estimateUsage(
  workloads: readonly UsedModel[],
  other: IdentifiedInput | undefined,
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
    instead:
      other && insteadOf({ workloads, total: total.gramsCO2e }, other, preparation, boundary),
  };
}

/**
 * The models on which the same tokens emit less than they do as they are, of those that are offered, the
 * surest first. A model that is sold under several terms is offered once.
 */
export function lowerInstead(
  workloads: readonly UsedModel[],
  others: readonly IdentifiedInput[],
  preparation: Preparation,
  boundary?: Boundary,
): Instead[] {
  const total = totalDraws(workloads, preparation, boundary).gramsCO2e;
  const drawnAs = new Set(workloads.map(({ id, input }) => input.drawnAs ?? id));
  return others
    .flatMap((other) => {
      const name = other.input.drawnAs ?? other.id;
      if (drawnAs.has(name)) return [];
      drawnAs.add(name);
      return [insteadOf({ workloads, total }, other, preparation, boundary)];
    })
    .filter(({ comparison }) => comparison.probabilityLess >= OFFERED_FROM)
    .toSorted((a, b) => b.comparison.probabilityLess - a.comparison.probabilityLess)
    .slice(0, MOST_OFFERED);
}

function insteadOf(
  { workloads, total }: { workloads: readonly UsedModel[]; total: Float64Array },
  { id, input }: IdentifiedInput,
  preparation: Preparation,
  boundary?: Boundary,
): Instead {
  const draws = totalDraws(
    workloads.map(({ workload }) => ({ input, workload })),
    preparation,
    boundary,
  );
  return {
    id,
    total: workloadRanges(draws),
    comparison: compareDraws(draws.gramsCO2e, total),
  };
}

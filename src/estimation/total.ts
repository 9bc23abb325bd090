import { type Boundary, PUBLISHED_BOUNDARY } from './boundary.ts';
import type { WorkloadOfModel } from './comparison.ts';
import { at } from './draws.ts';
import { drawModel, type WorkloadDraws, workloadDraws } from './estimate.ts';
import type { Preparation } from './preparation.ts';

const QUANTITIES = ['gramsCO2e', 'wattHours', 'millilitresWater'] as const;

/**
 * What the workloads of several models take together, per draw. What is common to all models (load,
 * software, mix of machines, building) is shared, each model's own error is its own: the range of the
 * sum is narrower than the sum of the ranges, and wider than if all were independent. Zeros where
 * there is no workload.
 */
export function totalDraws(
  workloads: readonly WorkloadOfModel[],
  preparation: Preparation,
  boundary: Boundary = PUBLISHED_BOUNDARY,
): WorkloadDraws {
  const parts = workloads.map(({ input, workload }) =>
    workloadDraws(drawModel(input, preparation), workload, boundary),
  );
  return sumOfDraws(parts, preparation.shared.count);
}

/** Totals put together, draw by draw. */
export function sumOfDraws(parts: Iterable<WorkloadDraws>, count: number): WorkloadDraws {
  const total = emptyTotal(count);
  for (const part of parts) addToTotal(total, part);
  return total;
}

/** The total of nothing: zeros, to add to. */
export function emptyTotal(count: number): WorkloadDraws {
  return {
    gramsCO2e: new Float64Array(count),
    wattHours: new Float64Array(count),
    millilitresWater: new Float64Array(count),
  };
}

/** Adds to a total, draw by draw; the total itself changes. */
export function addToTotal(total: WorkloadDraws, part: WorkloadDraws): void {
  for (const quantity of QUANTITIES) {
    const column = total[quantity];
    for (let draw = 0; draw < column.length; draw += 1) {
      column[draw] = at(column, draw) + at(part[quantity], draw);
    }
  }
}

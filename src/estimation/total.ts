import { BOUNDARY_FACTORS, type Boundary, PUBLISHED_BOUNDARY } from './boundary.ts';
import type { IdentifiedInput } from './comparison.ts';
import { at } from './draws.ts';
import { drawsInOrderOf, OWN_TO_MODEL } from './own-draws.ts';
import { energyDraws, type Preparation } from './preparation.ts';
import { type Range, rangeOf } from './ranges.ts';
import { serve } from './serving.ts';
import { type Workload, workloadJoules } from './workload.ts';

/** A model and the tokens that it handles. */
export interface WorkloadOfModel extends IdentifiedInput {
  workload: Workload;
}

/** What workloads take, per draw: columns that can be added. */
export interface WorkloadDraws {
  gramsCO2e: Float64Array;
  wattHours: Float64Array;
  millilitresWater: Float64Array;
}

/** What workloads take, as ranges. */
export interface WorkloadEstimate {
  gramsCO2e: Range;
  wattHours: Range;
  millilitresWater: Range;
}

/**
 * What the workloads of several models take together, per draw. What is common to all models (load,
 * software, building) is shared, each model's own error is its own: the range of the sum is narrower
 * than the sum of the ranges, and wider than if all were independent. Of each model, all tokens of a
 * draw are served by one of its endpoints. Zeros where there is no workload.
 */
export function totalDraws(
  workloads: readonly WorkloadOfModel[],
  { shared, spread, method, comparedFactorsOf }: Preparation,
  boundary: Boundary = PUBLISHED_BOUNDARY,
): WorkloadDraws {
  const { grams, wattHours } = BOUNDARY_FACTORS[boundary];
  const total = emptyDraws(shared.count);
  for (const { id, input, workload } of workloads) {
    const own = drawsInOrderOf(id, OWN_TO_MODEL, shared);
    const serving = serve(input.endpoints, own.unit.endpoint, comparedFactorsOf);
    const energy = energyDraws(input.model, serving.servedBits, { shared: own, spread, method });
    const joules = workloadJoules(energy, workload);
    addProduct(total.gramsCO2e, joules, serving.factor(grams));
    addProduct(total.wattHours, joules, serving.factor(wattHours));
    addProduct(total.millilitresWater, joules, serving.factor('waterMillilitres'));
  }
  return total;
}

/** The ranges of a total. Throws a RangeError where it is nothing. */
export function totalRanges({ gramsCO2e, wattHours, millilitresWater }: WorkloadDraws) {
  return {
    gramsCO2e: rangeOf(gramsCO2e),
    wattHours: rangeOf(wattHours),
    millilitresWater: rangeOf(millilitresWater),
  } satisfies WorkloadEstimate;
}

/** Totals put together, draw by draw. */
export function sumOfDraws(parts: readonly WorkloadDraws[], count: number): WorkloadDraws {
  const total = emptyDraws(count);
  for (const part of parts) {
    for (const quantity of ['gramsCO2e', 'wattHours', 'millilitresWater'] as const) {
      const column = total[quantity];
      for (let draw = 0; draw < count; draw += 1) {
        column[draw] = at(column, draw) + at(part[quantity], draw);
      }
    }
  }
  return total;
}

function emptyDraws(count: number): WorkloadDraws {
  return {
    gramsCO2e: new Float64Array(count),
    wattHours: new Float64Array(count),
    millilitresWater: new Float64Array(count),
  };
}

function addProduct(total: Float64Array, a: Float64Array, b: Float64Array): void {
  for (let draw = 0; draw < total.length; draw += 1) {
    total[draw] = at(total, draw) + at(a, draw) * at(b, draw);
  }
}

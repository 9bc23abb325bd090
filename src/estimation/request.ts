import { BOUNDARY_FACTORS, type Boundary, PUBLISHED_BOUNDARY } from './boundary.ts';
import { type Comparison, compareDraws, comparedDraws } from './comparison.ts';
import { product } from './draws.ts';
import { drawModel } from './estimate.ts';
import { longPromptFactor } from './long-prompt.ts';
import type { DrawSpan } from './own-draws.ts';
import type { EstimationInput, ModelDraws, Preparation } from './preparation.ts';
import { rangeOf } from './ranges.ts';
import type { WorkloadEstimate, WorkloadOfModel } from './total.ts';
import { type Workload, workloadJoules } from './workload.ts';

/** What one request of a model takes, from the draws that its published ranges come from. */
export function estimateRequest(
  input: EstimationInput,
  request: Workload,
  preparation: Preparation,
  boundary: Boundary = PUBLISHED_BOUNDARY,
): WorkloadEstimate {
  return requestRanges(drawModel(input, preparation), input, request, preparation, boundary);
}

/** The same from draws that are there already, for several requests of one model. */
export function requestRanges(
  { energy, serving: { factor } }: ModelDraws,
  { model }: Pick<EstimationInput, 'model'>,
  request: Workload,
  { method }: Pick<Preparation, 'method'>,
  boundary: Boundary = PUBLISHED_BOUNDARY,
): WorkloadEstimate {
  const joules = workloadJoules(energy, request, longPromptFactor(model, request, method));
  const { grams, wattHours } = BOUNDARY_FACTORS[boundary];
  return {
    gramsCO2e: rangeOf(product(joules, factor(grams))),
    wattHours: rangeOf(product(joules, factor(wattHours))),
    millilitresWater: rangeOf(product(joules, factor('waterMillilitres'))),
  };
}

/** gCO2e of one request per draw, from the draws that its published range comes from. */
export function requestGrams(
  { energy, serving: { factor } }: ModelDraws,
  { model }: Pick<EstimationInput, 'model'>,
  request: Workload,
  { method }: Pick<Preparation, 'method'>,
  boundary: Boundary = PUBLISHED_BOUNDARY,
): Float64Array {
  const joules = workloadJoules(energy, request, longPromptFactor(model, request, method));
  return product(joules, factor(BOUNDARY_FACTORS[boundary].grams));
}

/** gCO2e of one request per draw, drawn for comparisons. */
export function comparedRequestGrams(
  { workload, ...model }: WorkloadOfModel,
  preparation: Preparation,
  boundary: Boundary = PUBLISHED_BOUNDARY,
  span?: DrawSpan,
): Float64Array {
  const { energy, serving } = comparedDraws(model, preparation, span);
  const factor = longPromptFactor(model.input.model, workload, preparation.method);
  return product(
    workloadJoules(energy, workload, factor),
    serving.factor(BOUNDARY_FACTORS[boundary].grams),
  );
}

/** Compares what a request of one model emits with a request of another, each on one endpoint. */
export function compareRequests(
  first: WorkloadOfModel,
  second: WorkloadOfModel,
  preparation: Preparation,
  boundary: Boundary = PUBLISHED_BOUNDARY,
): Comparison {
  return compareDraws(
    comparedRequestGrams(first, preparation, boundary),
    comparedRequestGrams(second, preparation, boundary),
  );
}

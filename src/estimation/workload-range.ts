import { BOUNDARY_FACTORS, type Boundary, PUBLISHED_BOUNDARY } from './boundary.ts';
import { product } from './draws.ts';
import { type EstimationInput, energyDraws, type Preparation } from './preparation.ts';
import { type Range, rangeOf } from './ranges.ts';
import { serve } from './serving.ts';
import { type Workload, workloadJoules } from './workload.ts';

/**
 * The gCO2e of one model's workload, from the draws that its published ranges come from: a thousand
 * output tokens give the published range.
 */
export function workloadGramsCO2e(
  { model, endpoints }: EstimationInput,
  workload: Workload,
  preparation: Preparation,
  boundary: Boundary = PUBLISHED_BOUNDARY,
): Range {
  const { shared, factorsOf } = preparation;
  const { servedBits, factor } = serve(endpoints, shared.unit.endpoint, factorsOf);
  const joules = workloadJoules(energyDraws(model, servedBits, preparation), workload);
  return rangeOf(product(joules, factor(BOUNDARY_FACTORS[boundary].grams)));
}

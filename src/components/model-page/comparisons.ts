import { type Comparison, compareDraws, metricDraws } from '../../estimation/comparison.ts';
import { currentPreparation } from '../../release/current.ts';
import type { ReleasedModel } from '../../release/release.ts';

const drawsById = new Map<string, Float64Array>();

/** How a model's output compares with another's, in gCO2e per token. */
export function outputComparison(model: ReleasedModel, other: ReleasedModel): Comparison {
  return compareDraws(outputDraws(model), outputDraws(other));
}

/** Kept per model: each stands on the pages of a dozen neighbours. */
function outputDraws(model: ReleasedModel): Float64Array {
  const known = drawsById.get(model.id);
  const draws = known ?? metricDraws(model, currentPreparation()).outputGramsCO2e;
  drawsById.set(model.id, draws);
  return draws;
}

import { methodOf } from '../../catalog/method.ts';
import { type Comparison, compareDraws, metricDraws } from '../../estimation/comparison.ts';
import { type Preparation, prepare } from '../../estimation/preparation.ts';
import { currentRelease } from '../../release/current-release.ts';
import type { ReleasedModel } from '../../release/release.ts';

let preparation: Preparation | undefined;
const drawsById = new Map<string, Float64Array>();

/** How a model's output compares with another's, in gCO2e per token. */
export function outputComparison(model: ReleasedModel, other: ReleasedModel): Comparison {
  return compareDraws(outputDraws(model), outputDraws(other));
}

/** Kept per model: each stands on the pages of a dozen neighbours. */
function outputDraws(model: ReleasedModel): Float64Array {
  preparation ??= prepare(methodOf(currentRelease().data.factors));
  const known = drawsById.get(model.id);
  const draws = known ?? metricDraws(model, preparation).outputGramsCO2e;
  drawsById.set(model.id, draws);
  return draws;
}

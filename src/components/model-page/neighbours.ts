import { type Comparison, compareDraws } from '../../estimation/comparison.ts';
import { PER_THOUSAND_OUTPUT_TOKENS } from '../../estimation/workload.ts';
import { columnsOfRelease } from '../../release/current.ts';
import type { ReleasedModel } from '../../release/release.ts';

/** How many models stand on each side of the one that a page is about. */
const EACH_SIDE = 4;

/** A model among those nearest to it. */
export interface Neighbourhood {
  /** Lowest median first, the model itself among them, no two with one and the same range. */
  models: readonly ReleasedModel[];
  /** How many more models have exactly the range of this one (the same list price, or size). */
  sameRange: number;
}

/**
 * The models whose median output figure is nearest. Of models that share a range only the first is
 * taken, since nine equal bars say nothing; at an end of the index the other side gives more.
 */
export function neighbourhoodOf(
  model: ReleasedModel,
  models: readonly ReleasedModel[],
): Neighbourhood {
  const own = rangeKey(model);
  const others = models.filter((other) => other !== model && rangeKey(other) !== own);
  const distinct = [
    ...new Map(others.toReversed().map((other) => [rangeKey(other), other])).values(),
  ];
  const ordered = [...distinct, model].toSorted((a, b) => median(a) - median(b));
  const last = Math.max(0, ordered.length - (2 * EACH_SIDE + 1));
  const start = Math.min(Math.max(0, ordered.indexOf(model) - EACH_SIDE), last);
  return {
    models: ordered.slice(start, start + 2 * EACH_SIDE + 1),
    sameRange: models.length - 1 - others.length,
  };
}

function median(model: ReleasedModel): number {
  return model.perThousandOutputTokens.gramsCO2e.central;
}

function rangeKey({ perThousandOutputTokens: { gramsCO2e } }: ReleasedModel): string {
  return [gramsCO2e.low, gramsCO2e.central, gramsCO2e.high].join('|');
}

/** How a model's output compares with another's, in gCO2e per token. */
export function outputComparison(model: ReleasedModel, other: ReleasedModel): Comparison {
  return compareDraws(outputDraws(model), outputDraws(other));
}

/** The draws of a model's published figure. */
export function outputDraws(model: ReleasedModel): Float64Array {
  return columnsOfRelease()(model, PER_THOUSAND_OUTPUT_TOKENS);
}

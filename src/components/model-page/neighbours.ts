import { compareDraws, probabilityLess } from '../../estimation/comparison.ts';
import type { Range } from '../../estimation/ranges.ts';
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
  const { firstOfRange, byMedian } = ordersOf(models);
  const own = firstOfRange.get(rangeKey(model));
  const ordered = byMedian.filter((other) => other !== own?.model);
  const place = 1 + ordered.findLastIndex((other) => median(other) <= median(model));
  ordered.splice(place, 0, model);
  const last = Math.max(0, ordered.length - (2 * EACH_SIDE + 1));
  const start = Math.min(Math.max(0, place - EACH_SIDE), last);
  return {
    models: ordered.slice(start, start + 2 * EACH_SIDE + 1),
    sameRange: (own?.sharedBy ?? 1) - 1,
  };
}

/** What the neighbourhoods of all models of a list have in common. */
interface Orders {
  /** By range, the first model that has it, and how many do. */
  firstOfRange: ReadonlyMap<string, { model: ReleasedModel; sharedBy: number }>;
  /** Those models, the lowest median first. */
  byMedian: readonly ReleasedModel[];
}

const orders = new WeakMap<readonly ReleasedModel[], Orders>();

/** Made once a list: every page of a model asks for it. */
function ordersOf(models: readonly ReleasedModel[]): Orders {
  const known = orders.get(models);
  if (known !== undefined) return known;
  const firstOfRange = new Map<string, { model: ReleasedModel; sharedBy: number }>();
  for (const model of models.toReversed()) {
    const key = rangeKey(model);
    firstOfRange.set(key, { model, sharedBy: 1 + (firstOfRange.get(key)?.sharedBy ?? 0) });
  }
  const firsts = [...firstOfRange.values()].map(({ model }) => model);
  const made = { firstOfRange, byMedian: firsts.toSorted((a, b) => median(a) - median(b)) };
  orders.set(models, made);
  return made;
}

function median(model: ReleasedModel): number {
  return model.perThousandOutputTokens.gramsCO2e.central;
}

function rangeKey({ perThousandOutputTokens: { gramsCO2e } }: ReleasedModel): string {
  return [gramsCO2e.low, gramsCO2e.central, gramsCO2e.high].join('|');
}

/**
 * What the output of the model that a page is about emits beside another's, per token. All tables of the
 * page say it this way round, so that more than once as much goes with more than half of the cases.
 */
export interface OutputComparison {
  /** The model of the page over the other. */
  ratio: Range;
  /** That the model of the page emits more; ties count half. */
  probabilityMore: number;
}

/** How a model's output compares with another's, in gCO2e per token. */
export function outputComparison(model: ReleasedModel, other: ReleasedModel): OutputComparison {
  const { ratio } = compareDraws(outputDraws(model), outputDraws(other));
  return { ratio, probabilityMore: outputEmitsMore(model, other) };
}

/** The probability that a model's output emits more than another's. */
export function outputEmitsMore(model: ReleasedModel, other: ReleasedModel): number {
  return probabilityLess(outputDraws(other), outputDraws(model));
}

/** The draws of a model's published figure. */
export function outputDraws(model: ReleasedModel): Float64Array {
  return columnsOfRelease()(model, PER_THOUSAND_OUTPUT_TOKENS);
}

import { latinHypercube, product } from './draws.ts';
import { type Place, type PlaceFactors, placeFactors } from './facility.ts';
import type { Method } from './method.ts';
import { drawsInOrderOf, SITE_ALONE } from './own-draws.ts';
import { energyFromPrice, type OperatingSpread, operatingSpread } from './price.ts';
import type { Serving, ServingEndpoint } from './serving.ts';
import { type SharedDraws, shareDraws } from './shared-draws.ts';
import { energyFromSize, type SizedModel } from './sized-model.ts';

/** A model whose size is undisclosed, known by its list price alone. */
export interface PricedModel {
  tier: 'price';
  inputUsdPerMillionTokens: number;
  outputUsdPerMillionTokens: number;
}

/** All that the core needs to know of a model. */
export interface EstimationInput {
  model: SizedModel | PricedModel;
  endpoints: readonly ServingEndpoint[];
}

/** What all models share, computed once: the draws, the generic spread, the factors of places. */
export interface Preparation {
  method: Method;
  shared: SharedDraws;
  spread: OperatingSpread;
  /** The factors of a place as its own estimates use them. */
  factorsOf: (place: Place) => PlaceFactors;
  /** The same with the site drawn in the place's own order, as comparisons use them. */
  comparedFactorsOf: (place: Place) => PlaceFactors;
}

/**
 * Prepares the draws of a method. The factors of a place are computed once per place object, so
 * pass the same object for models that are served alike.
 */
export function prepare(method: Method): Preparation {
  const shared = shareDraws(latinHypercube(), method);
  return {
    method,
    shared,
    spread: operatingSpread(shared, method),
    factorsOf: oncePerPlace((place) => placeFactors(place, shared)),
    comparedFactorsOf: oncePerPlace((place) =>
      placeFactors(place, drawsInOrderOf(place.id, SITE_ALONE, shared)),
    ),
  };
}

function oncePerPlace(compute: (place: Place) => PlaceFactors) {
  const known = new Map<Place, PlaceFactors>();
  return (place: Place) => {
    const factors = known.get(place) ?? compute(place);
    known.set(place, factors);
    return factors;
  };
}

/** Accelerator energy per draw, J per token of each kind. */
export interface EnergyDraws {
  outputJoules: Float64Array;
  inputJoules: Float64Array;
  cachedInputJoules: Float64Array;
}

/** The draws of one model, from which its figures are read. */
export interface ModelDraws {
  energy: EnergyDraws;
  serving: Serving;
}

/**
 * Energy of a model over the given draws: all of them as they are for its own range, or some of
 * them in its own order for comparisons. All must cover the same draws.
 */
export function energyDraws(
  model: EstimationInput['model'],
  servedBits: Serving['servedBits'],
  { shared, spread, method }: Pick<Preparation, 'shared' | 'spread' | 'method'>,
): EnergyDraws {
  const { outputJoules, inputJoules } =
    model.tier === 'price'
      ? energyFromPrice(model, shared, spread, method.price)
      : energyFromSize(model, shared, method, servedBits);
  return {
    outputJoules,
    inputJoules,
    cachedInputJoules: product(inputJoules, shared.cachedInputShare),
  };
}

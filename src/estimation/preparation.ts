import { latinHypercube } from './draws.ts';
import { type EnergyShape, energyShape } from './energy-shape.ts';
import { type Place, type PlaceFactors, placeFactors } from './facility.ts';
import type { Method } from './method.ts';
import { drawsInOrderOf, OWN_TO_PLACE } from './own-draws.ts';
import type { Offer } from './price.ts';
import { remembered } from './remembered.ts';
import type { ServingEndpoint } from './serving.ts';
import { type SharedDraws, shareDraws } from './shared-draws.ts';
import type { SizedModel } from './sized-model.ts';

/** A model whose size is undisclosed, known by its list price, and perhaps by what it knows. */
export interface PricedModel extends Offer {
  tier: 'price';
  /** Total parameters of an open model that knows as many facts, where that was tested. */
  effectiveBillions?: number | undefined;
}

/** All that the core needs to know of a model. */
export interface EstimationInput {
  /** Seeds what is drawn for this model alone: its id, or that of the model that it is sold as. */
  drawnAs: string;
  model: SizedModel | PricedModel;
  endpoints: readonly ServingEndpoint[];
}

/** What all models share, computed once. */
export interface Preparation {
  method: Method;
  shared: SharedDraws;
  /** Bounds of ln B over all draws. */
  loads: { least: number; most: number };
  /** The factors of a place, what is its own in its own order. */
  factorsOf: (place: Place) => PlaceFactors;
  /** Stands for a model of unknown size where the context of its requests matters. */
  generic: EnergyShape;
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
    loads: {
      least: shared.lnConcurrentSequences.reduce(
        (a, b) => Math.min(a, b),
        Number.POSITIVE_INFINITY,
      ),
      most: shared.lnConcurrentSequences.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    },
    factorsOf: remembered((place) =>
      placeFactors(place, drawsInOrderOf(place.gridId ?? place.id, OWN_TO_PLACE, shared), method),
    ),
    generic: energyShape(
      { ...method.price.genericModel, mixtureOfExperts: true },
      undefined,
      method.accelerator,
    ),
  };
}

import { product } from './draws.ts';
import type { PlaceFactors } from './facility.ts';
import type { Method } from './method.ts';
import { type EstimationInput, energyDraws, type Preparation, prepare } from './preparation.ts';
import { type Range, rangeOf, scaleRange } from './ranges.ts';

export type { EstimationInput, PricedModel } from './preparation.ts';

/** What a thousand tokens of one kind take. */
export interface TokenEstimate {
  /** The published figure: facility electricity and embodied. */
  gramsCO2e: Range;
  /** Facility electricity. */
  wattHours: Range;
  millilitresWater: Range;
  /** Accelerators alone, J per single token. */
  acceleratorJoulesPerToken: Range;
}

/** The ranges of one model. */
export interface ModelEstimate {
  perThousandOutputTokens: TokenEstimate;
  perThousandInputTokens: TokenEstimate;
  perThousandCachedInputTokens: TokenEstimate;
}

/** Estimates any number of models from the same draws. */
export type Estimator = (input: EstimationInput) => ModelEstimate;

const THOUSAND_TOKENS = 1000;

/** Prepares a method and returns the function that estimates one model. */
export function createEstimator(method: Method): Estimator {
  const preparation = prepare(method);
  return (input) => estimateModel(input, preparation);
}

/** The ranges of one model. Pure: the same method and input give the same ranges. */
export function estimateModel(
  { model, place }: EstimationInput,
  { shared, spread, method, factorsOf }: Preparation,
): ModelEstimate {
  const factors = factorsOf(place);
  const energy = energyDraws(model, shared, spread, method);
  return {
    perThousandOutputTokens: tokenEstimate(energy.outputJoules, factors),
    perThousandInputTokens: tokenEstimate(energy.inputJoules, factors),
    perThousandCachedInputTokens: tokenEstimate(energy.cachedInputJoules, factors),
  };
}

function tokenEstimate(joulesPerToken: Float64Array, factors: PlaceFactors): TokenEstimate {
  const perThousand = (factor: Float64Array) =>
    scaleRange(rangeOf(product(joulesPerToken, factor)), THOUSAND_TOKENS);
  return {
    gramsCO2e: perThousand(factors.facilityAndEmbodiedGrams),
    wattHours: perThousand(factors.facilityWattHours),
    millilitresWater: perThousand(factors.waterMillilitres),
    acceleratorJoulesPerToken: rangeOf(joulesPerToken),
  };
}

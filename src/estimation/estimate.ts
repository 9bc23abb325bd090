import { BOUNDARY_FACTORS, type Boundary, PUBLISHED_BOUNDARY } from './boundary.ts';
import { product } from './draws.ts';
import type { Method } from './method.ts';
import {
  type EstimationInput,
  energyDraws,
  type ModelDraws,
  type Preparation,
  prepare,
} from './preparation.ts';
import { type Range, rangeOf, scaleRange } from './ranges.ts';
import { type Serving, serve } from './serving.ts';

export type { EstimationInput, ModelDraws, PricedModel } from './preparation.ts';

/** What a thousand tokens of one kind take. */
export interface TokenEstimate {
  /** Counted up to the boundary asked for; as published, facility electricity and embodied. */
  gramsCO2e: Range;
  /** Electricity up to the same boundary; as published, the facility's. */
  wattHours: Range;
  /** On site and off site, whatever the boundary. */
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

/** The draws of one model, served by the mixture of its endpoints. */
export function drawModel(
  { model, endpoints }: EstimationInput,
  preparation: Preparation,
): ModelDraws {
  const { shared, factorsOf } = preparation;
  const serving = serve(endpoints, shared.unit.endpoint, factorsOf);
  return { serving, energy: energyDraws(model, serving.servedBits, preparation) };
}

/**
 * The ranges of one model: the mixture over its endpoints, so that the spread between hosts is
 * inside the range. Pure: the same method and input give the same ranges.
 */
export function estimateModel(
  input: EstimationInput,
  preparation: Preparation,
  boundary: Boundary = PUBLISHED_BOUNDARY,
): ModelEstimate {
  return rangesOf(drawModel(input, preparation), boundary);
}

/** The ranges of a model's draws, counted up to a boundary. */
export function rangesOf(
  { energy, serving }: ModelDraws,
  boundary: Boundary = PUBLISHED_BOUNDARY,
): ModelEstimate {
  return {
    perThousandOutputTokens: tokenEstimate(energy.outputJoules, serving, boundary),
    perThousandInputTokens: tokenEstimate(energy.inputJoules, serving, boundary),
    perThousandCachedInputTokens: tokenEstimate(energy.cachedInputJoules, serving, boundary),
  };
}

function tokenEstimate(
  joulesPerToken: Float64Array,
  { factor }: Serving,
  boundary: Boundary,
): TokenEstimate {
  const perThousand = (perJoule: Float64Array) =>
    scaleRange(rangeOf(product(joulesPerToken, perJoule)), THOUSAND_TOKENS);
  const { grams, wattHours } = BOUNDARY_FACTORS[boundary];
  return {
    gramsCO2e: perThousand(factor(grams)),
    wattHours: perThousand(factor(wattHours)),
    millilitresWater: perThousand(factor('waterMillilitres')),
    acceleratorJoulesPerToken: rangeOf(joulesPerToken),
  };
}

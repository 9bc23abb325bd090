import { product } from './draws.ts';
import type { PlaceFactors } from './facility.ts';
import { type EstimationInput, energyDraws, type Preparation } from './preparation.ts';
import { type Range, rangeOf, scaleRange } from './ranges.ts';

/** gCO2e per thousand tokens counted up to each boundary; each holds all before it. */
export interface GramsByBoundary {
  accelerators: Range;
  server: Range;
  facility: Range;
  /** The published figure. */
  facilityAndEmbodied: Range;
}

/** The boundaries for each kind of token. */
export interface ModelBoundaries {
  perThousandOutputTokens: GramsByBoundary;
  perThousandInputTokens: GramsByBoundary;
  perThousandCachedInputTokens: GramsByBoundary;
}

const THOUSAND_TOKENS = 1000;

/** What a model emits up to each boundary, in gCO2e per thousand tokens. */
export function boundariesOf(
  { model, place }: EstimationInput,
  { shared, spread, method, factorsOf }: Preparation,
): ModelBoundaries {
  const factors = factorsOf(place);
  const energy = energyDraws(model, shared, spread, method);
  return {
    perThousandOutputTokens: gramsByBoundary(energy.outputJoules, factors),
    perThousandInputTokens: gramsByBoundary(energy.inputJoules, factors),
    perThousandCachedInputTokens: gramsByBoundary(energy.cachedInputJoules, factors),
  };
}

function gramsByBoundary(joulesPerToken: Float64Array, factors: PlaceFactors): GramsByBoundary {
  const perThousand = (gramsPerJoule: Float64Array) =>
    scaleRange(rangeOf(product(joulesPerToken, gramsPerJoule)), THOUSAND_TOKENS);
  return {
    accelerators: perThousand(factors.acceleratorsGrams),
    server: perThousand(factors.serverGrams),
    facility: perThousand(factors.facilityGrams),
    facilityAndEmbodied: perThousand(factors.facilityAndEmbodiedGrams),
  };
}

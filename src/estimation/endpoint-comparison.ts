import { BOUNDARY_FACTORS, PUBLISHED_BOUNDARY } from './boundary.ts';
import { shareOfLeast } from './comparison.ts';
import { product } from './draws.ts';
import { type Place, type PlaceFactors, placeFactors } from './facility.ts';
import { drawsInOrderOf, OWN_TO_PLACE } from './own-draws.ts';
import { type EstimationInput, energyDraws, type Preparation } from './preparation.ts';
import { type OperatingSpread, operatingSpread } from './price.ts';
import type { SharedDraws } from './shared-draws.ts';

/** For each endpoint of one model, the probability that it emits least of them all. */
export type ProbabilitiesOfLeast = (input: EstimationInput) => number[];

/** What is drawn for one place alone. */
interface PlaceDraws {
  shared: SharedDraws;
  spread: OperatingSpread;
  factors: PlaceFactors;
}

/**
 * Prepares the comparison of a model's endpoints by gCO2e per output token; ties share. What the
 * model brings along (its size, the error of its estimate, the context of its requests) is common to
 * all its endpoints. What a host decides or owns (accelerators, load, software, building, grid) is
 * drawn for each place alone, since hosts differ in ways that nobody publishes. The shares of the
 * endpoints play no part.
 */
export function prepareEndpointComparison({ shared, method }: Preparation): ProbabilitiesOfLeast {
  const known = new Map<string, PlaceDraws>();
  const drawsOf = (place: Place): PlaceDraws => {
    const draws = known.get(place.id) ?? placeDraws(place);
    known.set(place.id, draws);
    return draws;
  };
  const placeDraws = (place: Place): PlaceDraws => {
    const own = drawsInOrderOf(place.id, OWN_TO_PLACE, shared);
    return {
      shared: own,
      spread: operatingSpread(own, method),
      factors: placeFactors(place, own),
    };
  };
  return ({ model, endpoints }) => {
    const columns = endpoints.map(({ place, servedBits }) => {
      const { factors, ...own } = drawsOf(place);
      const { outputJoules } = energyDraws(model, () => servedBits, { ...own, method });
      return product(outputJoules, factors[BOUNDARY_FACTORS[PUBLISHED_BOUNDARY].grams]);
    });
    return shareOfLeast(columns);
  };
}

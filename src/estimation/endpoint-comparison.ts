import { BOUNDARY_FACTORS, PUBLISHED_BOUNDARY } from './boundary.ts';
import { shareOfLeast } from './comparison.ts';
import { product } from './draws.ts';
import { type Place, type PlaceFactors, placeFactors } from './facility.ts';
import { prepareEnergy } from './model-energy.ts';
import { drawsInOrderOf, OWN_TO_HOST, OWN_TO_MODEL_ITSELF, OWN_TO_PLACE } from './own-draws.ts';
import type { EstimationInput, Preparation } from './preparation.ts';

/** For each endpoint of one model, the probability that it emits least of them all. */
export type ProbabilitiesOfLeast = (input: EstimationInput) => number[];

/**
 * Prepares the comparison of a model's endpoints by gCO2e per output token; ties share. What the
 * model brings along (its size, the error of its estimate) and what the market has in common (load,
 * software, mix of machines) is common to all its endpoints. How far a host is from the market, its
 * building and its grid are drawn for each place alone, since hosts differ in ways that nobody
 * publishes. The shares of the endpoints play no part.
 */
export function prepareEndpointComparison(preparation: Preparation): ProbabilitiesOfLeast {
  const { shared, method } = preparation;
  const known = new Map<Place, PlaceFactors>();
  const factorsAlone = (place: Place): PlaceFactors => {
    const ofHost = drawsInOrderOf(place.id, OWN_TO_HOST, shared);
    const ofPlace = drawsInOrderOf(place.gridId ?? place.id, OWN_TO_PLACE, ofHost);
    const factors = known.get(place) ?? placeFactors(place, ofPlace, method);
    known.set(place, factors);
    return factors;
  };
  return (input) => {
    const ofModel = drawsInOrderOf(input.drawnAs, OWN_TO_MODEL_ITSELF, shared);
    const columns = input.endpoints.map((endpoint) => {
      const alone = { ...input, endpoints: [{ ...endpoint, share: 1 }] };
      const own = drawsInOrderOf(endpoint.place.id, OWN_TO_HOST, ofModel);
      const { outputJoules } = prepareEnergy(alone, ofModel, preparation)(own).energy;
      const factors = factorsAlone(endpoint.place);
      return product(outputJoules, factors[BOUNDARY_FACTORS[PUBLISHED_BOUNDARY].grams]);
    });
    return shareOfLeast(columns);
  };
}

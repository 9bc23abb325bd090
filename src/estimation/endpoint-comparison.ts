import { BOUNDARY_FACTORS, PUBLISHED_BOUNDARY } from './boundary.ts';
import { shareOfLeast } from './comparison.ts';
import { product } from './draws.ts';
import type { UnservedModel } from './estimate.ts';
import { type Place, placeFactors } from './facility.ts';
import { drawsInOrderOf, OWN_TO_HOST, OWN_TO_PLACE } from './own-draws.ts';
import type { Preparation } from './preparation.ts';
import { remembered } from './remembered.ts';
import type { ServingEndpoint } from './serving.ts';

/** For each of the endpoints of one model, the probability that it emits least of them all. */
export type ProbabilitiesOfLeast = (
  model: Pick<UnservedModel, 'all' | 'energyBy'>,
  endpoints: readonly ServingEndpoint[],
) => number[];

/** What is drawn for a place alone. */
interface PlaceAlone {
  hostDeviate: Float64Array;
  gramsPerJoule: Float64Array;
}

/**
 * Prepares the comparison of a model's endpoints by gCO2e per output token; ties share. What the
 * model brings along (its size, the error of its estimate) and what the market has in common (load,
 * software, mix of machines) is common to all its endpoints. How far a host is from the market, its
 * building and its grid are drawn for each place alone, since hosts differ in ways that nobody
 * publishes. The shares of the endpoints play no part.
 */
export function prepareEndpointComparison({ shared, method }: Preparation): ProbabilitiesOfLeast {
  const drawAlone = remembered((place: Place): PlaceAlone => {
    const ofHost = drawsInOrderOf(place.id, OWN_TO_HOST, shared);
    const ofPlace = drawsInOrderOf(place.gridId ?? place.id, OWN_TO_PLACE, ofHost);
    const factors = placeFactors(place, ofPlace, method);
    return {
      hostDeviate: ofHost.hostDeviate,
      gramsPerJoule: factors[BOUNDARY_FACTORS[PUBLISHED_BOUNDARY].grams],
    };
  });
  return ({ all, energyBy }, endpoints) => {
    const columns = endpoints.map((endpoint) => {
      const { hostDeviate, gramsPerJoule } = drawAlone(endpoint.place);
      const { outputJoules } = energyBy([{ ...endpoint, share: 1 }])(all, hostDeviate).energy;
      return product(outputJoules, gramsPerJoule);
    });
    return shareOfLeast(columns);
  };
}

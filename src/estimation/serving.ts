import { at, perDraw } from './draws.ts';
import { indicesByShare, type Place, type PlaceFactors } from './facility.ts';

/** An endpoint that a model is served by. */
export interface ServingEndpoint {
  /** Share of the requests that it answers; the shares of a model's endpoints add up to 1. */
  share: number;
  place: Place;
  /** Bits per weight that it states; drawn where absent. */
  servedBits?: number | undefined;
}

/** Where each draw is served: by one of the endpoints, each with its place and its bits. */
export interface Serving {
  /** Bits per weight at a draw, where the endpoint of that draw states them. */
  servedBits: (draw: number) => number | undefined;
  /** One factor of the places, each draw's from its own endpoint. */
  factor: (part: keyof PlaceFactors) => Float64Array;
}

/**
 * Serves every draw by one of the endpoints: the mixture over them. `unitEndpoint` are uniform draws
 * of which one answers; `factorsOf` gives the factors of a place over all draws, of which those from
 * `start` are meant. Throws a RangeError where there is no endpoint.
 */
export function serve(
  endpoints: readonly ServingEndpoint[],
  unitEndpoint: Float64Array,
  factorsOf: (place: Place) => PlaceFactors,
  start = 0,
): Serving {
  const count = unitEndpoint.length;
  const [only] = endpoints;
  if (only === undefined) throw new RangeError('a model without an endpoint: nowhere to serve it');
  if (endpoints.length === 1) {
    const factors = factorsOf(only.place);
    return {
      servedBits: () => only.servedBits,
      factor: (part) => factors[part].subarray(start, start + count),
    };
  }
  const chosen = indicesByShare(endpoints, unitEndpoint);
  const factors = endpoints.map(({ place }) => factorsOf(place));
  const first = factorsOf(only.place);
  return {
    servedBits: (draw) => endpoints[chosen[draw] ?? 0]?.servedBits,
    factor: (part) => {
      const columns = factors.map((place) => place[part]);
      return perDraw(count, (draw) => at(columns[chosen[draw] ?? 0] ?? first[part], start + draw));
    },
  };
}

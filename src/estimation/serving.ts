import { at, perDraw } from './draws.ts';
import type { Place, PlaceFactors } from './facility.ts';
import type { ServingDistributions } from './method.ts';
import { remembered } from './remembered.ts';

/** An endpoint that a model is served by. */
export interface ServingEndpoint {
  /** Share of the requests that it answers; the shares of a model's endpoints add up to 1. */
  share: number;
  place: Place;
  /** Bits per weight that it states. */
  servedBits?: number | undefined;
}

/** What of an endpoint decides the energy of a token. */
export type EnergyEndpoint = Pick<ServingEndpoint, 'share' | 'servedBits'> & {
  place: Pick<Place, 'classes'>;
};

/** Where a model is served: by all of its endpoints, each for its share. */
export interface Serving {
  /** One factor of the places per draw: the mean over the endpoints by the energy they take. */
  factor: (part: keyof PlaceFactors) => Float64Array;
}

/**
 * The mean of the places of a model's endpoints. `relativeJoules` gives each endpoint's energy per
 * token at each draw, up to a common factor; absent where all take the same. Throws a RangeError where
 * there is no endpoint.
 */
export function serve(
  endpoints: readonly ServingEndpoint[],
  relativeJoules: ((endpoint: ServingEndpoint) => Float64Array) | undefined,
  factorsOf: (place: Place) => PlaceFactors,
): Serving {
  const served = endpoints.map((endpoint) => ({
    share: endpoint.share,
    joules: relativeJoules?.(endpoint),
    factors: factorsOf(endpoint.place),
  }));
  const [first, ...others] = served;
  if (first === undefined) throw new RangeError('a model without an endpoint: nowhere to serve it');
  const factor = remembered((part: keyof PlaceFactors) => {
    if (others.length === 0) return first.factors[part];
    const count = first.factors[part].length;
    const weighted = new Float64Array(count);
    const weights = new Float64Array(count);
    for (const { share, joules, factors } of served) {
      const column = factors[part];
      for (let draw = 0; draw < count; draw += 1) {
        const weight = joules === undefined ? share : share * at(joules, draw);
        weighted[draw] = at(weighted, draw) + weight * at(column, draw);
        weights[draw] = at(weights, draw) + weight;
      }
    }
    return perDraw(count, (draw) => at(weighted, draw) / at(weights, draw));
  });
  return { factor };
}

/**
 * Spread of ln of how far a model's hosts together are from the average of the market. Each host is
 * log-normal of mean 1 around it, the less is known of it the wider: by what is known of its
 * precision, or by its class where that spread is less (the widest of several). Shares s average them
 * out, as far as hosts differ: the relative variance is the sum of s^2 (exp(sd^2) - 1), and no less
 * than that of so many hosts alike as average out at most.
 */
export function hostsSdLn(
  endpoints: readonly EnergyEndpoint[],
  { classes, hostSdLn, mostEffectiveHosts }: ServingDistributions,
): number {
  let variance = 0;
  let least = 0;
  for (const { share, place, servedBits } of endpoints) {
    const byPrecision = servedBits === undefined ? hostSdLn.nothingKnown : hostSdLn.precisionStated;
    const sdLn =
      place.classes === undefined
        ? byPrecision
        : Math.min(byPrecision, Math.max(...place.classes.map((one) => classes[one].hostSdLn)));
    const relativeVariance = Math.expm1(sdLn ** 2);
    variance += share ** 2 * relativeVariance;
    least += (share * relativeVariance) / mostEffectiveHosts;
  }
  return Math.sqrt(Math.log1p(Math.max(variance, least)));
}

import type { EstimableModel } from '../catalog/catalog.ts';
import type { Host } from '../catalog/join-hosts.ts';
import type { KnownPlace } from '../catalog/place.ts';
import type { ServedEndpoint } from '../catalog/served-by.ts';
import type { PriceOverride, TokenPrices } from '../catalog/snapshot.ts';
import type { ProbabilitiesOfLeast } from '../estimation/endpoint-comparison.ts';
import {
  type ModelDraws,
  type ModelEstimate,
  rangesOf,
  type UnservedModel,
} from '../estimation/estimate.ts';
import { type Range, rangeOf, scaleRange } from '../estimation/ranges.ts';
import { JOULES_PER_KILOWATT_HOUR } from '../estimation/units.ts';

/** Above this probability of emitting least an endpoint is marked as the lowest of its model. */
export const MARKED_ABOVE_PROBABILITY = 0.9;

/** An endpoint of a model with its own estimate. */
export interface ReleasedEndpoint {
  host: Host;
  region: string | undefined;
  place: KnownPlace;
  quantization: string | undefined;
  tags: string[];
  prices: TokenPrices;
  /** The fraction by which they are reduced at present, 0 where they are not. */
  discount: number;
  priceOverrides: readonly PriceOverride[];
  tokensPerSecondMedian: number | undefined;
  /** Share of the requests it is taken to answer. */
  share: number | undefined;
  /** Absent where the host serves from accelerators that nobody has measured. */
  estimate: ModelEstimate | undefined;
  /** Probability that it emits least, per output token, of the model's endpoints with an estimate. */
  probabilityOfLeast: number | undefined;
  /** Whether that probability is high enough to say so. */
  lowest: boolean;
}

/** By whom a model is served, and on what grids. */
export interface ReleasedServing {
  /** False where OpenRouter listed no endpoint, and the maker's own host or the default stands in. */
  listed: boolean;
  retrieved: string | undefined;
  /** Those with an estimate first, the lowest median on top. */
  endpoints: ReleasedEndpoint[];
  /** The grid over all draws of the model: its hosts, their places and the hours. */
  gridGramsPerKilowattHour: Range;
}

/** The endpoints of a model that have an estimate. */
export function estimatedEndpoints<Endpoint extends { estimate: unknown }>({
  served,
}: {
  served: { endpoints: readonly Endpoint[] };
}): (Endpoint & { estimate: NonNullable<Endpoint['estimate']> })[] {
  return served.endpoints.filter(
    (endpoint): endpoint is Endpoint & { estimate: NonNullable<Endpoint['estimate']> } =>
      endpoint.estimate !== undefined,
  );
}

/**
 * Estimates each endpoint of a model as if it alone served it: one host's mean, which is further from
 * the market than the mean of several. `own` is the model before it is served, and what it takes from all
 * of them together, which is the endpoint's where there is but one.
 */
export function releasedServing(
  { servedBy, input }: EstimableModel,
  own: { unserved: UnservedModel; draws: ModelDraws; estimate: ModelEstimate },
  probabilitiesOfLeast: ProbabilitiesOfLeast,
): ReleasedServing {
  const [sole, ...others] = input.endpoints;
  const estimateAt = ({ place: { place }, servedBits }: ServedEndpoint): ModelEstimate =>
    others.length === 0 &&
    sole?.share === 1 &&
    sole.place === place &&
    sole.servedBits === servedBits
      ? own.estimate
      : rangesOf(own.unserved.servedBy([{ share: 1, place, servedBits }])());
  const compared = servedBy.endpoints.filter(({ estimated }) => estimated);
  const probabilities =
    compared.length > 1
      ? probabilitiesOfLeast(
          own.unserved,
          compared.map(({ place: { place }, servedBits }) => ({
            share: 1 / compared.length,
            place,
            servedBits,
          })),
        )
      : [];
  const released = servedBy.endpoints.map((endpoint): ReleasedEndpoint => {
    const { servedBits: _, estimated, ...rest } = endpoint;
    const probabilityOfLeast = estimated ? probabilities[compared.indexOf(endpoint)] : undefined;
    return {
      ...rest,
      estimate: estimated ? estimateAt(endpoint) : undefined,
      probabilityOfLeast,
      lowest: (probabilityOfLeast ?? 0) > MARKED_ABOVE_PROBABILITY,
    };
  });
  return {
    listed: servedBy.listed,
    retrieved: servedBy.retrieved,
    endpoints: released.toSorted((a, b) => outputMedian(a) - outputMedian(b)),
    gridGramsPerKilowattHour: scaleRange(
      rangeOf(own.draws.serving.factor('acceleratorsGrams')),
      JOULES_PER_KILOWATT_HOUR,
    ),
  };
}

function outputMedian({ estimate }: ReleasedEndpoint): number {
  return estimate?.perThousandOutputTokens.gramsCO2e.central ?? Number.POSITIVE_INFINITY;
}

/** Every source that the places of these endpoints rest on. */
export function sourcesOfPlaces(endpoints: readonly ServedEndpoint[]): string[] {
  return endpoints.flatMap(({ place, host }) => [
    ...place.zonesBasis.sources,
    ...place.powerUsageEffectiveness.sources,
    ...(host.accelerators?.sources ?? []),
  ]);
}

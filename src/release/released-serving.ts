import type { EstimableModel } from '../catalog/catalog.ts';
import type { Host } from '../catalog/hosts.ts';
import type { KnownPlace } from '../catalog/place.ts';
import type { ServedEndpoint } from '../catalog/served-by.ts';
import type { TokenPrices } from '../catalog/snapshot.ts';
import type { ProbabilitiesOfLeast } from '../estimation/endpoint-comparison.ts';
import { type ModelDraws, type ModelEstimate, rangesOf } from '../estimation/estimate.ts';
import { JOULES_PER_KILOWATT_HOUR, type Place } from '../estimation/facility.ts';
import { type EnergyDraws, energyDraws, type Preparation } from '../estimation/preparation.ts';
import { type Range, rangeOf, scaleRange } from '../estimation/ranges.ts';
import { serve } from '../estimation/serving.ts';

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

/** Estimates each endpoint of a model. `draws` and `estimate` are the model's own, the mixture over them. */
export function releasedServing(
  { servedBy, input }: EstimableModel,
  draws: ModelDraws,
  estimate: ModelEstimate,
  preparation: Preparation,
  probabilitiesOfLeast: ProbabilitiesOfLeast,
): ReleasedServing {
  const { endpoints: serving } = input;
  const { shared, factorsOf } = preparation;
  const energies = new Map<number | undefined, EnergyDraws>();
  const energyAt = (servedBits: number | undefined): EnergyDraws => {
    // What a price says of energy, it says whatever the bits are.
    const bits = input.model.tier === 'price' ? undefined : servedBits;
    const energy = energies.get(bits) ?? energyDraws(input.model, () => bits, preparation);
    energies.set(bits, energy);
    return energy;
  };
  // Many hosts are taken for the same building on the same grids: one estimate answers for them.
  const alike = new Map<string, ModelEstimate>();
  const estimateAt = (place: Place, servedBits: number | undefined): ModelEstimate => {
    const { id: _, ...content } = place;
    const key = JSON.stringify([content, servedBits]);
    const known =
      alike.get(key) ??
      rangesOf({
        energy: energyAt(servedBits),
        serving: serve([{ share: 1, place, servedBits }], shared.unit.endpoint, factorsOf),
      });
    alike.set(key, known);
    return known;
  };
  const probabilities = serving.length > 1 ? probabilitiesOfLeast(input) : [];
  let next = 0;
  const released = servedBy.endpoints.map((endpoint): ReleasedEndpoint => {
    const { share, servedBits, ...rest } = endpoint;
    if (share === undefined) {
      return {
        ...rest,
        share,
        estimate: undefined,
        probabilityOfLeast: undefined,
        lowest: false,
      };
    }
    const probabilityOfLeast = probabilities[next];
    next += 1;
    return {
      ...rest,
      share,
      estimate: serving.length === 1 ? estimate : estimateAt(endpoint.place.place, servedBits),
      probabilityOfLeast,
      lowest: (probabilityOfLeast ?? 0) > MARKED_ABOVE_PROBABILITY,
    };
  });
  return {
    listed: servedBy.listed,
    retrieved: servedBy.retrieved,
    endpoints: released.toSorted((a, b) => outputMedian(a) - outputMedian(b)),
    gridGramsPerKilowattHour: scaleRange(
      rangeOf(draws.serving.factor('acceleratorsGrams')),
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

import type { EstimableModel } from '../catalog/catalog.ts';
import type { ServedBy, ServedEndpoint } from '../catalog/served-by.ts';
import type { ModelEstimate } from '../estimation/estimate.ts';
import type { ModelFigures } from '../estimation/model-figures.ts';
import type { Range } from '../estimation/ranges.ts';

/** Above this probability of emitting least an endpoint is marked as the lowest of its model. */
export const MARKED_ABOVE_PROBABILITY = 0.9;

/** An endpoint of a model with its own estimate. */
export interface ReleasedEndpoint extends Omit<ServedEndpoint, 'servedBits' | 'estimated'> {
  /** Absent where the host serves from accelerators that nobody has measured. */
  estimate: ModelEstimate | undefined;
  /** Probability that it emits least, per output token, of the model's endpoints with an estimate. */
  probabilityOfLeast: number | undefined;
  /** Whether that probability is high enough to say so. */
  lowest: boolean;
}

/** By whom a model is served, and on what grids. */
export interface ReleasedServing extends Omit<ServedBy, 'endpoints'> {
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

/** The endpoints of a model of which each is estimated as if it alone served it. */
export function endpointsAlone({ servedBy }: Pick<EstimableModel, 'servedBy'>): ServedEndpoint[] {
  return servedBy.endpoints.filter(({ estimated }) => estimated);
}

/**
 * The endpoints of a model with their figures, each as if it alone served the model: one host's mean,
 * which is further from the market than the mean of several.
 */
export function releasedServing(
  model: Pick<EstimableModel, 'servedBy'>,
  figures: Pick<ModelFigures, 'endpoints' | 'gridGramsPerKilowattHour'>,
): ReleasedServing {
  const { servedBy } = model;
  const alone = endpointsAlone(model);
  const released = servedBy.endpoints.map((endpoint): ReleasedEndpoint => {
    const { servedBits: _, estimated, ...rest } = endpoint;
    const ofEndpoint = estimated ? figures.endpoints[alone.indexOf(endpoint)] : undefined;
    const probabilityOfLeast = ofEndpoint?.probabilityOfLeast;
    return {
      ...rest,
      estimate: ofEndpoint?.estimate,
      probabilityOfLeast,
      lowest: (probabilityOfLeast ?? 0) > MARKED_ABOVE_PROBABILITY,
    };
  });
  return {
    listed: servedBy.listed,
    retrieved: servedBy.retrieved,
    endpoints: released.toSorted((a, b) => outputMedian(a) - outputMedian(b)),
    gridGramsPerKilowattHour: figures.gridGramsPerKilowattHour,
  };
}

/** The median per 1000 output tokens by which endpoints are ordered; those without an estimate come last. */
export function outputMedian({ estimate }: Pick<ReleasedEndpoint, 'estimate'>): number {
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

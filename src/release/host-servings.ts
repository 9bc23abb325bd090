import type { StatedBy } from '../catalog/host.ts';
import type { Host } from '../catalog/join-hosts.ts';
import { isRecalled, type SourceFile } from '../catalog/source.ts';
import type { Release, ReleasedModel } from './release.ts';
import { outputMedian, type ReleasedEndpoint } from './released-serving.ts';

/** An endpoint of a host, with the model that it serves. */
export interface ServedModel {
  model: ReleasedModel;
  endpoint: ReleasedEndpoint;
}

/** A host with everything that it serves. */
export interface HostServing {
  host: Host;
  /** Endpoints that OpenRouter listed; those with an estimate first, the lowest median on top. */
  endpoints: ServedModel[];
  /** Models whose endpoints are not in the data yet, for which this host stands in. */
  standsInFor: ReleasedModel[];
  /** How many models the listed endpoints are of. */
  modelCount: number;
}

/** Every host that OpenRouter lists or an endpoint names, by slug. The stated default is not one. */
export function hostServings({ hosts, models }: Pick<Release, 'hosts' | 'models'>): HostServing[] {
  const served = models.flatMap((model) =>
    model.served.endpoints.map((endpoint) => ({ model, endpoint })),
  );
  const all = new Map(
    [...hosts, ...served.map(({ endpoint }) => endpoint.host)].map((host) => [host.slug, host]),
  );
  all.delete('');
  const bySlug = Map.groupBy(served, ({ endpoint }) => endpoint.host.slug);
  return [...all.values()].map((host) => {
    const own = bySlug.get(host.slug) ?? [];
    const endpoints = own
      .filter(({ model }) => model.served.listed)
      .toSorted((a, b) => outputMedian(a.endpoint) - outputMedian(b.endpoint));
    return {
      host,
      endpoints,
      standsInFor: own.filter(({ model }) => !model.served.listed).map(({ model }) => model),
      modelCount: new Set(endpoints.map(({ model }) => model.id)).size,
    };
  });
}

/** From this many models on a host is called large. */
export const LARGE_FROM_MODELS = 10;

/** How many hosts there are by who states where they serve from. */
export interface HostCounts {
  all: number;
  statedBy: Record<StatedBy, number>;
  /** Of those that somebody states, the ones of which nobody read a document. */
  recalled: number;
  large: number;
  /** Large hosts of whose place nobody says anything. */
  largeUnstated: number;
}

/** Counts hosts by how their place is known. */
export function hostCounts(servings: readonly HostServing[], sources: SourceFile): HostCounts {
  const statedBy = { openrouter: 0, operator: 0, others: 0, nobody: 0 };
  for (const { host } of servings) statedBy[host.place.zonesBasis.statedBy] += 1;
  const large = servings.filter(({ modelCount }) => modelCount >= LARGE_FROM_MODELS);
  return {
    all: servings.length,
    statedBy,
    recalled: servings.filter(
      ({ host: { place } }) =>
        place.zonesBasis.statedBy !== 'nobody' && isRecalled(place.zonesBasis.sources, sources),
    ).length,
    large: large.length,
    largeUnstated: large.filter(({ host }) => host.place.zonesBasis.statedBy === 'nobody').length,
  };
}

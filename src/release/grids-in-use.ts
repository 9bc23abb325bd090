import type { Host } from '../catalog/join-hosts.ts';
import type { KnownPlace } from '../catalog/place.ts';

/** What is read here of a released model: where each endpoint stands, and its share. */
interface PlacedModel {
  served: {
    endpoints: readonly {
      share: number | undefined;
      host: Pick<Host, 'name'>;
      place: Pick<KnownPlace, 'sites'>;
    }[];
  };
}

/** A grid that models are taken to be served on. */
export interface GridInUse {
  zone: string;
  name: string;
  gramsPerKilowattHour: number;
  /** Mean over all models of the share of each that is served there. */
  share: number;
  /** Hosts with an endpoint that may stand there. */
  hosts: string[];
}

/** Every grid that an endpoint with an estimate may stand on, cleanest first. */
export function gridsInUse(models: readonly PlacedModel[]): GridInUse[] {
  const grids = new Map<string, Omit<GridInUse, 'hosts'> & { hosts: Set<string> }>();
  for (const { served } of models) {
    for (const { share, place, host } of served.endpoints) {
      if (share === undefined) continue;
      for (const site of place.sites) {
        const known = grids.get(site.zone) ?? {
          zone: site.zone,
          name: site.name,
          gramsPerKilowattHour: site.gridGramsPerKilowattHour,
          share: 0,
          hosts: new Set(),
        };
        known.share += (share * site.share) / models.length;
        known.hosts.add(host.name);
        grids.set(site.zone, known);
      }
    }
  }
  return [...grids.values()]
    .map((grid) => ({ ...grid, hosts: [...grid.hosts].toSorted() }))
    .toSorted((a, b) => a.gramsPerKilowattHour - b.gramsPerKilowattHour);
}

import { FACILITY_FILE, type FacilityFile } from '../factor-files.ts';
import { gridZone } from '../grid.ts';
import { type HostFile, hostPath } from '../host.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';

/** The records that name zones. */
interface ZoneNames extends Pick<CatalogData, 'hostFiles'> {
  factors: { facility: Pick<FacilityFile, 'siting'> };
}

/** Zones that somebody named, and where. */
interface NamedZones {
  file: string;
  record: string;
  /** Field within the record that holds the zones. */
  field: string;
  zones: readonly string[];
}

/**
 * Every country and zone that a host, one of its regions or the siting of a country names has a
 * grid intensity. A country whose siting is known needs none of its own.
 */
export function zonesHaveGrid({ hostFiles, factors }: ZoneNames): Problem[] {
  const { siting } = factors.facility;
  const sited = new Set(Object.keys(siting));
  return [
    ...[...hostFiles].flatMap(([slug, host]) => zonesOfHost(slug, host)).map(withoutSited(sited)),
    ...Object.entries(siting).map(([country, { zones }]) => ({
      file: FACILITY_FILE,
      record: 'siting',
      field: `${country}.zones`,
      zones: Object.keys(zones),
    })),
  ].flatMap(({ zones, ...at }) =>
    zones
      .filter((zone) => gridZone(zone) === undefined)
      .map((zone) => ({
        ...at,
        message: `${zone} has no grid intensity; expected a zone of Electricity Maps, such as FR or US-NW-BPAT`,
      })),
  );
}

function withoutSited(sited: ReadonlySet<string>) {
  return ({ zones, ...at }: NamedZones): NamedZones => ({
    ...at,
    zones: zones.filter((zone) => !sited.has(zone)),
  });
}

function zonesOfHost(slug: string, { headquarters, places, regions }: HostFile): NamedZones[] {
  const at = { file: hostPath(slug), record: '' };
  return [
    ...(headquarters === undefined
      ? []
      : [{ ...at, field: 'headquarters.country', zones: [headquarters.country] }]),
    ...(places === undefined
      ? []
      : [{ ...at, field: 'places.zones', zones: Object.keys(places.zones) }]),
    ...Object.entries(regions?.named ?? {}).map(([region, { zones }]) => ({
      ...at,
      field: `regions.named.${region}.zones`,
      zones: Object.keys(zones),
    })),
  ];
}

import type { KnownBounds, KnownPlace } from '../../../../src/catalog/place.ts';
import { currentRelease } from '../../../../src/release/current.ts';
import { decimals, four } from '../written.ts';
import { GRID } from './grid-files.ts';
import { header, type KnownFiles, saying, WITH_GRID } from './known-file.ts';

const { release, data } = currentRelease();

export const HOST_FILES: KnownFiles = {
  '/api/v1/hosts.json': {
    expected: () => ({
      ...header(
        release,
        saying(
          /\bshare as a fraction\b/,
          /\bgridGramsPerKilowattHour in gCO2e per kWh\b/,
          /\bpowerUsageEffectiveness as a ratio\b/,
          /\bwaterOnSiteLitresPerKilowattHour in litres per kWh of server energy\b/,
        ),
        WITH_GRID,
      ),
      retrieved: data.hostList.retrieved,
      hosts: [...data.hostFiles.keys()].toSorted().map((slug) => {
        const record = data.hostFiles.get(slug);
        const { place, regions } = release.hosts.find((host) => host.slug === slug) ?? {};
        const listed = data.hostList.hosts.find((host) => host.slug === slug);
        const kinds = record?.accelerators?.kinds ?? [];
        return {
          slug,
          name: record?.name,
          headquarters: record?.headquarters?.country ?? listed?.headquarters,
          operator: record?.operator,
          ...(place && placed(place)),
          facility: record?.facility,
          regions: Object.fromEntries(
            Object.keys(record?.regions?.named ?? {}).map((region) => {
              const known = regions?.get(region);
              return [region, known && placed(known)];
            }),
          ),
          accelerators: record?.accelerators,
          noEstimate:
            kinds.length > 0 && kinds.every((kind) => kind === 'own')
              ? /own accelerator, not measured/
              : undefined,
          note: record?.note,
        };
      }),
    }),
  },
};

/** What is published of a place. Its grids come straight from Electricity Maps' table. */
export function placed(place: KnownPlace) {
  return {
    sites: place.sites.map(({ zone, share }) => ({
      zone,
      name: GRID.get(zone)?.name,
      share: decimals(share, 6),
      gridGramsPerKilowattHour: GRID.get(zone)?.grams,
    })),
    placeKnown: place.zonesBasis,
    powerUsageEffectiveness: bounds(place.powerUsageEffectiveness),
    waterOnSiteLitresPerKilowattHour: bounds(place.waterOnSiteLitresPerKilowattHour),
  };
}

function bounds({ low, central, high, statedBy, how, sources, note }: KnownBounds) {
  return { low: four(low), central: four(central), high: four(high), statedBy, how, sources, note };
}

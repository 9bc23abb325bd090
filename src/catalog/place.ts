import type { Triangular } from '../estimation/distributions.ts';
import type { Place } from '../estimation/facility.ts';
import type { FacilityFile } from './factor-files.ts';
import { GRID_SOURCE, gridZone } from './grid.ts';
import type { FacilityClass, HostBasis, HostFile, ZoneShares } from './host.ts';
import { offSiteWater } from './off-site-water.ts';
import type { Problem } from './problem.ts';
import type { CatalogData } from './read-data.ts';
import type { ListedHost } from './snapshot.ts';

/** One grid of a place, by its name and with its share. */
export interface PlaceSite {
  zone: string;
  name: string;
  share: number;
  gridGramsPerKilowattHour: number;
}

/** Bounds of an input with how they are known. */
export type KnownBounds = Triangular & HostBasis;

/** What the zones of a place are taken from, in order of precedence. */
export const PLACE_ORIGINS = ['record', 'openrouter', 'headquarters', 'default'] as const;
export type PlaceOrigin = (typeof PLACE_ORIGINS)[number];

/** Where something is served from: what the core computes with, and how each part is known. */
export interface KnownPlace {
  place: Place;
  /** Countries and zones as stated or assumed, before a country is taken apart into its zones. */
  zones: ZoneShares;
  zonesBasis: HostBasis;
  origin: PlaceOrigin;
  /** Cleanest first. */
  sites: PlaceSite[];
  powerUsageEffectiveness: KnownBounds;
  waterOnSiteLitresPerKilowattHour: KnownBounds;
}

type Factors = CatalogData['factors'];

/**
 * The place of a host: its record, else the data-centre countries that OpenRouter lists, else the
 * country of its headquarters, else the stated default. A listed country without a grid value is none.
 */
export function placeOfHost(
  slug: string,
  file: HostFile | undefined,
  listed: ListedHost | undefined,
  factors: Factors,
): KnownPlace {
  const zones = zonesOf(file, listed, factors.facility);
  const facility = facilityOf(file, factors.facility);
  return knownPlace(slug, zones, facility, file, factors);
}

/** A region of a host, which endpoint tags name. Its published yearly means are the modes. */
export function placeOfRegion(
  slug: string,
  regionName: string,
  file: HostFile,
  factors: Factors,
): KnownPlace | undefined {
  const { regions } = file;
  const region = regions?.named[regionName];
  if (regions === undefined || region === undefined) return undefined;
  const { named: _, ...basis } = regions;
  const { powerUsageEffectiveness: pue, waterOnSiteLitresPerKilowattHour: water } = region;
  const { overheadFactor, waterFactor } = factors.facility.regionSpread;
  const host = facilityOf(file, factors.facility);
  const facility = {
    powerUsageEffectiveness:
      pue === undefined
        ? host.powerUsageEffectiveness
        : {
            low: 1 + (pue - 1) / overheadFactor,
            central: pue,
            high: 1 + (pue - 1) * overheadFactor,
            ...basis,
          },
    waterOnSiteLitresPerKilowattHour:
      water === undefined
        ? host.waterOnSiteLitresPerKilowattHour
        : { low: water / waterFactor, central: water, high: water * waterFactor, ...basis },
  };
  const zones: KnownZones = { zones: region.zones, zonesBasis: basis, origin: 'record' };
  return knownPlace(`${slug}/${regionName}`, zones, facility, file, factors);
}

type KnownZones = Pick<KnownPlace, 'zones' | 'zonesBasis' | 'origin'>;

function zonesOf(
  file: HostFile | undefined,
  listed: ListedHost | undefined,
  { defaultHost }: FacilityFile,
): KnownZones {
  if (file?.places !== undefined) {
    const { zones, ...zonesBasis } = file.places;
    return { zones, zonesBasis, origin: 'record' };
  }
  const countries = (listed?.dataCentreCountries ?? []).filter(hasGrid);
  if (countries.length > 0) {
    return {
      zones: Object.fromEntries(countries.map((country) => [country, 1 / countries.length])),
      zonesBasis: {
        statedBy: 'openrouter',
        how: 'read',
        sources: ['openrouter-providers'],
        ...(countries.length > 1 && { note: 'Equal shares are an assumption.' }),
      },
      origin: 'openrouter',
    };
  }
  const headquarters = file?.headquarters?.country ?? listed?.headquarters;
  if (headquarters !== undefined && hasGrid(headquarters)) {
    return {
      zones: { [headquarters]: 1 },
      zonesBasis: {
        statedBy: 'nobody',
        how: 'assumed',
        sources: file?.headquarters?.sources ?? ['openrouter-providers'],
        note: 'Where it serves these models from is not known; the country of its headquarters stands in.',
      },
      origin: 'headquarters',
    };
  }
  const { zones, statedBy, how, sources, note } = defaultHost;
  return { zones, zonesBasis: { statedBy, how, sources, note }, origin: 'default' };
}

/** Countries that OpenRouter names of a host and that have no grid value: something else stands in. */
export function countriesWithoutGrid(listed: ListedHost | undefined): string[] {
  const { dataCentreCountries = [], headquarters } = listed ?? {};
  const named = [...dataCentreCountries, ...(headquarters === undefined ? [] : [headquarters])];
  return [...new Set(named)].filter((country) => !hasGrid(country));
}

function hasGrid(country: string): boolean {
  return gridZone(country) !== undefined;
}

/** What a listed host names without a grid value: reported, since something else stands in. */
export function gridGaps(hosts: readonly ListedHost[], file: string): Problem[] {
  return hosts.flatMap((host) =>
    countriesWithoutGrid(host).map((country) => ({
      file,
      record: host.slug,
      field: host.headquarters === country ? 'headquarters' : 'dataCentreCountries',
      message: `Electricity Maps has no grid intensity for ${country}; the host's other countries, its headquarters or the default stand in, unless its record names places`,
    })),
  );
}

function facilityOf(file: HostFile | undefined, { classes, defaultHost }: FacilityFile) {
  const facilityClass: FacilityClass = file?.facility.class ?? defaultHost.facilityClass;
  const ofClass = classes[facilityClass];
  return {
    powerUsageEffectiveness: file?.powerUsageEffectiveness ?? {
      statedBy: 'nobody' as const,
      ...ofClass.powerUsageEffectiveness,
    },
    waterOnSiteLitresPerKilowattHour: file?.waterOnSiteLitresPerKilowattHour ?? {
      statedBy: 'nobody' as const,
      ...ofClass.waterOnSiteLitresPerKilowattHour,
    },
  };
}

function knownPlace(
  id: string,
  { zones, zonesBasis, origin }: KnownZones,
  facility: Pick<KnownPlace, 'powerUsageEffectiveness' | 'waterOnSiteLitresPerKilowattHour'>,
  file: HostFile | undefined,
  factors: Factors,
): KnownPlace {
  const classes = file?.accelerators?.gpus;
  const sites = sitesOf(zones, factors.facility);
  return {
    place: {
      id,
      powerUsageEffectiveness: bounds(facility.powerUsageEffectiveness),
      waterOnSiteLitresPerKilowattHour: bounds(facility.waterOnSiteLitresPerKilowattHour),
      ...(classes !== undefined && { classes }),
      sites: sites.map(({ zone, share, gridGramsPerKilowattHour }) => ({
        share,
        gridGramsPerKilowattHour,
        waterOffSiteLitresPerKilowattHour: offSiteWater(zone, factors.offSiteWater),
      })),
    },
    zones,
    zonesBasis: { ...zonesBasis, sources: [...zonesBasis.sources, GRID_SOURCE] },
    origin,
    sites,
    ...facility,
  };
}

/**
 * Shares of countries and zones as shares of zones, cleanest first: a country whose siting is known
 * is taken apart. Throws where a zone has no grid value, which `npm run check:data` reports first.
 */
export function sitesOf(zones: ZoneShares, { siting }: Pick<FacilityFile, 'siting'>): PlaceSite[] {
  const shares = new Map<string, number>();
  const add = (zone: string, share: number) => shares.set(zone, (shares.get(zone) ?? 0) + share);
  for (const [zone, share] of Object.entries(zones)) {
    const within = siting[zone]?.zones;
    if (within === undefined) add(zone, share);
    else for (const [part, partShare] of Object.entries(within)) add(part, share * partShare);
  }
  return [...shares]
    .map(([zone, share]) => {
      const grid = gridZone(zone);
      if (grid === undefined) {
        throw new Error(`zone ${zone}: Electricity Maps has no grid intensity for it`);
      }
      const { name, gramsPerKilowattHour } = grid;
      return { zone, name, share, gridGramsPerKilowattHour: gramsPerKilowattHour };
    })
    .toSorted(
      (a, b) =>
        a.gridGramsPerKilowattHour - b.gridGramsPerKilowattHour || (a.zone < b.zone ? -1 : 1),
    );
}

/** Bounds without what the data say about them. */
function bounds({ low, central, high }: Triangular): Triangular {
  return { low, central, high };
}

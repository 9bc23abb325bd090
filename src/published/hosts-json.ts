import * as z from 'zod';
import { Accelerators, FacilityClass } from '../catalog/host.ts';
import type { Host } from '../catalog/join-hosts.ts';
import type { KnownBounds as Bounds, KnownPlace } from '../catalog/place.ts';
import { rangeJson } from '../library/rounding.ts';
import { jsonFile } from './api-file.ts';
import { HEADER, KNOWN, KnownBounds } from './parts.ts';

/** Why an endpoint has no figure. */
export const OWN_ACCELERATOR_REASON = 'no estimate: own accelerator, not measured';

/** One host with what is known of it, as an object. */
export function hostJson({
  slug,
  name,
  file,
  listed,
  place,
  regions,
  accelerators,
  unmeasured,
}: Host) {
  return {
    slug,
    name,
    headquarters: file?.headquarters?.country ?? listed?.headquarters,
    operator: file?.operator,
    ...placeJson(place),
    facility: file?.facility,
    regions: Object.fromEntries([...regions].map(([region, known]) => [region, placeJson(known)])),
    accelerators,
    ...(unmeasured && { noEstimate: OWN_ACCELERATOR_REASON }),
    note: file?.note,
  };
}

/** What is known of a place where something is served, as an object. */
export function placeJson({
  zonesBasis,
  sites,
  powerUsageEffectiveness,
  waterOnSiteLitresPerKilowattHour,
}: KnownPlace) {
  return {
    sites: sites.map(({ zone, name, share, gridGramsPerKilowattHour }) => ({
      zone,
      name,
      share: Number(share.toFixed(6)),
      gridGramsPerKilowattHour,
    })),
    placeKnown: zonesBasis,
    powerUsageEffectiveness: boundsJson(powerUsageEffectiveness),
    waterOnSiteLitresPerKilowattHour: boundsJson(waterOnSiteLitresPerKilowattHour),
  };
}

function boundsJson({ low, central, high, ...basis }: Bounds) {
  return { ...rangeJson({ low, central, high }), ...basis };
}

const Site = z.strictObject({
  zone: z.string().describe('Zone of Electricity Maps'),
  name: z.string(),
  share: z.number().describe('Share of the serving that is taken to happen there'),
  gridGramsPerKilowattHour: z
    .number()
    .describe('Lifecycle, location-based, yearly mean, gCO2e per kWh'),
});

/** What is known of a place where something is served. */
export const PLACE_FIELDS = {
  sites: z.array(Site).describe('Every grid that it may stand on, the cleanest first'),
  placeKnown: z.strictObject(KNOWN),
  powerUsageEffectiveness: KnownBounds,
  waterOnSiteLitresPerKilowattHour: KnownBounds.describe('Litres per kWh of server energy'),
};

const HostRecord = z.strictObject({
  slug: z.string().describe('OpenRouter’s slug, by which requests are routed'),
  name: z.string(),
  headquarters: z.string().optional().describe('ISO 3166 alpha-2 code'),
  operator: z
    .strictObject({ name: z.string(), ...KNOWN })
    .optional()
    .describe('Who runs the machines, where somebody says so'),
  ...PLACE_FIELDS,
  facility: z
    .strictObject({ class: FacilityClass, ...KNOWN })
    .optional()
    .describe('What its buildings are taken for'),
  regions: z.record(z.string(), z.strictObject(PLACE_FIELDS)),
  accelerators: Accelerators.optional(),
  noEstimate: z.string().optional().describe('Why what it serves has no figure'),
  note: z.string().optional(),
});

export const HostsFile = z.strictObject({
  ...HEADER,
  retrieved: z.iso.date().describe('Day on which OpenRouter’s list of hosts was read'),
  hosts: z.array(HostRecord),
});

export const HOSTS = jsonFile({
  name: 'hosts',
  holds: 'Every host with its places, PUE, water and accelerators, and who says so',
  licence: 'CC-BY-4.0; gridGramsPerKilowattHour: Electricity Maps, ODbL-1.0; names: OpenRouter',
  about: {
    title: 'Every host of OpenRouter’s list, with what is known of it',
    unit: 'share as a fraction; gridGramsPerKilowattHour in gCO2e per kWh; powerUsageEffectiveness as a ratio; waterOnSiteLitresPerKilowattHour in litres per kWh of server energy',
  },
  readable: true,
  schema: HostsFile,
  object: ({ release, data }) => ({
    retrieved: data.hostList.retrieved,
    hosts: release.hosts.map(hostJson),
  }),
});

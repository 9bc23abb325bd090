import * as z from 'zod';
import { Accelerators, FacilityClass } from '../catalog/host.ts';
import { HEADER, KNOWN, KnownBounds } from './parts.ts';

/** hosts.json */

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

const Host = z.strictObject({
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

export const HostsFile = z.strictObject({ ...HEADER, hosts: z.array(Host) });

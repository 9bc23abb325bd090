import { readFileSync } from 'node:fs';
import { yearly2025 } from '@tgwf/co2/data/electricity-maps';
import Papa from 'papaparse';
import { parse } from 'yaml';
import * as z from 'zod';
import { currentRelease } from '../../../../src/release/current.ts';
import { header, type KnownFiles, saying } from './known-file.ts';

const { release } = currentRelease();

const Zones = z.record(
  z.string(),
  z.object({
    zone: z.object({ zoneName: z.string() }),
    carbonIntensity: z.object({ value: z.number().nullish(), unit: z.string() }),
  }),
);

/** Electricity Maps' table as it comes: what a zone is called, and its gCO2e per kWh. */
export const GRID: ReadonlyMap<string, { name: string; grams: number }> = new Map(
  Object.entries(Zones.parse(yearly2025.data)).flatMap(([zone, record]) => {
    const { value, unit } = record.carbonIntensity;
    if (unit !== 'gCO2eq/kWh') throw new Error(`zone ${zone} is in ${unit}`);
    return value ? [[zone, { name: record.zone.zoneName, grams: value }] as const] : [];
  }),
);

const zones = [...GRID.keys()].toSorted();

const Water = z.object({
  world: z.object({ litresPerKilowattHour: z.number() }),
  countries: z.record(z.string(), z.number()),
  lowShare: z.number(),
  highShare: z.number(),
  how: z.string(),
  sources: z.array(z.string()),
  note: z.string(),
});
const water = Water.parse(parse(readFileSync('data/factors/off-site-water.yaml', 'utf8')));

/** Litres consumed per kWh generated: of each zone its country's, of any other the world's. */
export const OFF_SITE_WATER = {
  world: litres(water.world.litresPerKilowattHour),
  zones: Object.fromEntries(
    zones.map((zone) => [
      zone,
      litres(water.countries[zone.slice(0, 2)] ?? water.world.litresPerKilowattHour),
    ]),
  ),
};

function litres(central: number) {
  return { low: central * water.lowShare, central, high: central * water.highShare };
}

const BASIS = /^lifecycle, consumption-based .*, location-based, yearly mean$/;
const FROM = /Electricity Maps/;

export const GRID_FILES: KnownFiles = {
  '/api/v1/grid-intensity.json': {
    expected: () => ({
      title: /\w/,
      release: release.release,
      methodVersion: release.methodVersion,
      year: 2025,
      unit: /^gCO2e per kWh$/,
      basis: BASIS,
      attribution: FROM,
      licence: 'ODbL-1.0',
      zones: zones.map((zone) => ({
        zone,
        name: GRID.get(zone)?.name,
        gramsPerKilowattHour: GRID.get(zone)?.grams,
      })),
    }),
  },
  '/api/v1/grid-intensity.csv': {
    read: (csv) => Papa.parse(csv, { header: true, skipEmptyLines: true, newline: '\r\n' }).data,
    expected: () =>
      zones.map((zone) => ({
        zone,
        name: GRID.get(zone)?.name,
        gCO2e_per_kWh: String(GRID.get(zone)?.grams),
        year: '2025',
        basis: BASIS,
        source: FROM,
        release: release.release,
        method_version: release.methodVersion,
        licence: 'ODbL-1.0',
      })),
  },
  '/api/v1/off-site-water.json': {
    expected: () => ({
      ...header(
        release,
        saying(/^litres per kWh\b/, /low, central \(mode\) and high of a triangular/),
      ),
      how: water.how,
      sources: water.sources,
      note: water.note,
      ...OFF_SITE_WATER,
    }),
  },
};

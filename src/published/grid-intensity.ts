import * as z from 'zod';
import { GRID_YEAR, gridZones } from '../catalog/grid.ts';
import type { Release } from '../release/release.ts';
import { spreadsheetCsv } from '../text/spreadsheet-csv.ts';
import { jsonFile, type PublishedFile } from './api-file.ts';
import { HEADER } from './parts.ts';

/** What the grid table says of itself; it is the one part of the project's data under ODbL. */
const GRID_TABLE_ABOUT = {
  title: 'Grid carbon intensity by zone',
  year: GRID_YEAR,
  unit: 'gCO2e per kWh',
  basis: 'lifecycle, consumption-based (flow-traced), location-based, yearly mean',
  attribution: 'Contains data of Electricity Maps, by way of CO2.js of the Green Web Foundation',
  licence: 'ODbL-1.0',
} as const;

type Named = Pick<Release, 'release' | 'methodVersion'>;

/** The grid table as CSV: every zone, its value, and on each row what it is and on what terms. */
export function gridTableCsv({ release, methodVersion }: Named): string {
  const { year, basis, attribution, licence } = GRID_TABLE_ABOUT;
  const rows = gridZones().map(({ zone, name, gramsPerKilowattHour }) => ({
    zone,
    name,
    gCO2e_per_kWh: gramsPerKilowattHour,
    year,
    basis,
    source: attribution,
    release,
    method_version: methodVersion,
    licence,
  }));
  return spreadsheetCsv(rows);
}

/** The grid table as an object. */
export function gridTableJson({ release, methodVersion }: Named) {
  return { ...GRID_TABLE_ABOUT, release, methodVersion, zones: gridZones() };
}

export const GridZone = z.strictObject({
  zone: z.string().describe('Zone of Electricity Maps'),
  name: z.string(),
  gramsPerKilowattHour: z.number().describe('gCO2e per kWh, lifecycle, yearly mean'),
});

const GridFile = z.strictObject({
  title: HEADER.title,
  release: HEADER.release,
  methodVersion: HEADER.methodVersion,
  year: z.int(),
  unit: z.string(),
  basis: z.string(),
  attribution: z.string(),
  licence: z.literal('ODbL-1.0'),
  zones: z.array(GridZone),
});

export const GRID_INTENSITY = jsonFile({
  name: 'grid-intensity',
  holds: 'Carbon intensity by zone of Electricity Maps',
  licence: GRID_TABLE_ABOUT.licence,
  schema: GridFile,
  object: ({ release }) => gridTableJson(release),
});

export const GRID_INTENSITY_CSV: PublishedFile = {
  path: '/api/v1/grid-intensity.csv',
  example: '/api/v1/grid-intensity.csv',
  holds: 'The same as a table',
  mediaType: 'text/csv',
  licence: GRID_TABLE_ABOUT.licence,
  write: ({ release }) => gridTableCsv(release),
};

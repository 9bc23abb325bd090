import * as z from 'zod';
import { gridZones } from '../catalog/grid.ts';
import { offSiteWater } from '../catalog/off-site-water.ts';
import type { CatalogData } from '../catalog/read-data.ts';
import { jsonFile } from './api-file.ts';
import { HEADER, Sources, Triangular } from './parts.ts';

const WaterFile = z.strictObject({
  ...HEADER,
  how: z.string().describe('How it is known'),
  sources: Sources,
  note: z.string(),
  world: Triangular.describe('Litres per kWh where a country has no figure'),
  zones: z.record(z.string(), Triangular).describe('Litres per kWh'),
});

/** Litres of water consumed per kWh generated, by zone: what a scenario needs beside the grid. */
function offSiteWaterJson({ factors: { offSiteWater: file } }: CatalogData) {
  const { how, sources, note } = file;
  return {
    how,
    sources,
    note,
    world: offSiteWater('', file),
    zones: Object.fromEntries(gridZones().map(({ zone }) => [zone, offSiteWater(zone, file)])),
  };
}

export const OFF_SITE_WATER = jsonFile({
  name: 'off-site-water',
  holds: 'Water consumed in generating electricity, by zone',
  about: {
    title: 'Water consumed in generating electricity, by zone of the grid table',
    unit: 'litres per kWh at the facility; low, central (mode) and high of a triangular distribution',
  },
  schema: WaterFile,
  object: ({ data }) => offSiteWaterJson(data),
});

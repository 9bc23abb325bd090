import Papa from 'papaparse';
import { GRID_YEAR, gridZones } from '../catalog/grid.ts';
import { offSiteWater } from '../catalog/off-site-water.ts';
import type { CatalogData } from '../catalog/read-data.ts';
import { ATTRIBUTION } from './file-header.ts';

/** What the grid table says of itself; it is the one part of the project's data under ODbL. */
export const GRID_TABLE_ABOUT = {
  title: 'Grid carbon intensity by zone',
  year: GRID_YEAR,
  unit: 'gCO2e per kWh',
  basis: 'lifecycle, consumption-based (flow-traced), location-based, yearly mean',
  attribution: 'Contains data of Electricity Maps, by way of CO2.js of the Green Web Foundation',
  licence: 'ODbL-1.0',
} as const;

/** The grid table as CSV: every zone, its value, and on each row what it is and on what terms. */
export function gridTableCsv(): string {
  const { year, basis, attribution, licence } = GRID_TABLE_ABOUT;
  const rows = gridZones().map(({ zone, name, gramsPerKilowattHour }) => ({
    zone,
    name,
    gCO2e_per_kWh: gramsPerKilowattHour,
    year,
    basis,
    source: attribution,
    licence,
  }));
  return `${Papa.unparse(rows, { escapeFormulae: true })}\r\n`;
}

/** The grid table as an object. */
export function gridTableJson() {
  return { ...GRID_TABLE_ABOUT, zones: gridZones() };
}

/** Litres of water consumed per kWh generated, by zone: what a scenario needs beside the grid. */
export function offSiteWaterJson({ factors: { offSiteWater: file } }: CatalogData) {
  const { how, sources, note } = file;
  return {
    title: 'Water consumed in generating electricity, by zone of the grid table',
    unit: 'litres per kWh at the facility; low, central (mode) and high of a triangular distribution',
    licence: 'CC-BY-4.0',
    attribution: ATTRIBUTION,
    how,
    sources,
    note,
    world: offSiteWater('', file),
    zones: Object.fromEntries(gridZones().map(({ zone }) => [zone, offSiteWater(zone, file)])),
  };
}

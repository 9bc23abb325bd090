import type { Triangular } from '../estimation/distributions.ts';
import type { Scenario } from '../estimation/scenario.ts';

/** The grid table and the water table, as published. */
export interface GridTables {
  /** Zones of Electricity Maps with their yearly means. */
  zones: readonly { zone: string; name: string; gramsPerKilowattHour: number }[];
  /** Litres consumed per kWh generated. */
  offSiteWater: { world: Triangular; zones: Readonly<Record<string, Triangular>> };
}

/** A grid that nobody publishes under this name. */
export class UnknownGrid extends Error {
  constructor(grid: string) {
    super(
      `There is no grid named “${grid}”; a country, a zone such as SE or US-NW-BPAT, or gCO₂e per kWh was expected`,
    );
    this.name = 'UnknownGrid';
  }
}

/** The zone that a text means: its code or its name, in any case. */
export function zoneNamed(
  text: string,
  zones: GridTables['zones'],
): GridTables['zones'][number] | undefined {
  const wanted = text.trim().toLowerCase();
  return (
    zones.find(({ zone }) => zone.toLowerCase() === wanted) ??
    zones.find(({ name }) => name.toLowerCase() === wanted)
  );
}

/**
 * The site that the core computes with in place of what is known of the hosts. A zone keeps the
 * spread around its yearly mean; a number, in gCO2e per kWh, is taken as exact, with the world's
 * water. Throws UnknownGrid.
 */
export function gridSite(
  grid: string | number,
  { zones, offSiteWater }: GridTables,
): Exclude<Scenario['site'], undefined> {
  if (typeof grid === 'number') {
    return {
      gridGramsPerKilowattHour: grid,
      exact: true,
      waterOffSiteLitresPerKilowattHour: offSiteWater.world,
    };
  }
  const zone = zoneNamed(grid, zones);
  if (zone === undefined) throw new UnknownGrid(grid);
  return {
    gridGramsPerKilowattHour: zone.gramsPerKilowattHour,
    waterOffSiteLitresPerKilowattHour: offSiteWater.zones[zone.zone] ?? offSiteWater.world,
  };
}

import type { GridZone } from '../../catalog/grid.ts';
import type { Triangular } from '../../estimation/distributions.ts';
import type { Scenario } from '../../estimation/scenario.ts';
import type { ScenarioState } from './scenario-state.ts';

/** The grid table and the water table, as published. */
export interface GridTables {
  zones: readonly GridZone[];
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

let tables: Promise<GridTables> | undefined;

/** The published tables, fetched once. Rejects where they cannot be had, and tries anew next time. */
export function gridTables(): Promise<GridTables> {
  tables ??= Promise.all([
    fetchJson<{ zones: GridZone[] }>('/api/v1/grid-intensity.json'),
    fetchJson<GridTables['offSiteWater']>('/api/v1/off-site-water.json'),
  ]).then(([{ zones }, offSiteWater]) => ({ zones, offSiteWater }));
  tables.catch(() => {
    tables = undefined;
  });
  return tables;
}

async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}

/** The zone that a text means: its code or its name, in any case. */
export function zoneNamed(text: string, zones: readonly GridZone[]): GridZone | undefined {
  const wanted = text.trim().toLowerCase();
  return (
    zones.find(({ zone }) => zone.toLowerCase() === wanted) ??
    zones.find(({ name }) => name.toLowerCase() === wanted)
  );
}

/**
 * The scenario that the core computes with. A zone keeps the spread around its yearly mean; a number
 * that a reader sets is taken as exact, with the world's water. Throws UnknownGrid.
 */
export function scenarioOf(
  { grid, powerUsageEffectiveness, boundary }: ScenarioState,
  { zones, offSiteWater }: GridTables,
): Scenario {
  const rest = { powerUsageEffectiveness, boundary };
  if (grid === undefined) return rest;
  if (typeof grid === 'number') {
    return {
      ...rest,
      site: {
        gridGramsPerKilowattHour: grid,
        exact: true,
        waterOffSiteLitresPerKilowattHour: offSiteWater.world,
      },
    };
  }
  const zone = zoneNamed(grid, zones);
  if (zone === undefined) throw new UnknownGrid(grid);
  return {
    ...rest,
    site: {
      gridGramsPerKilowattHour: zone.gramsPerKilowattHour,
      waterOffSiteLitresPerKilowattHour: offSiteWater.zones[zone.zone] ?? offSiteWater.world,
    },
  };
}

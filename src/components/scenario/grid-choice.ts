import type { Scenario } from '../../estimation/scenario.ts';
import { type GridTables, gridSite } from '../../release/grid-site.ts';
import type { ScenarioState } from './scenario-state.ts';

let tables: Promise<GridTables> | undefined;

/** The published tables, fetched once. Rejects where they cannot be had, and tries anew next time. */
export function gridTables(): Promise<GridTables> {
  tables ??= Promise.all([
    fetchJson<Pick<GridTables, 'zones'>>('/api/v1/grid-intensity.json'),
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

/** The scenario that the core computes with. Throws UnknownGrid. */
export function scenarioOf(
  { grid, powerUsageEffectiveness, boundary }: ScenarioState,
  tablesToUse: GridTables,
): Scenario {
  const rest = { powerUsageEffectiveness, boundary };
  return grid === undefined ? rest : { ...rest, site: gridSite(grid, tablesToUse) };
}

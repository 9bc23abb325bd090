import type { Scenario } from '../estimation/scenario.ts';
import { type GridTables, gridSite } from '../library/grid-site.ts';
import type { ScenarioState } from './asked-scenario.ts';
import { publishedFile } from './published-file.ts';

/** The published tables. Rejects with UnreadFile, and tries anew the next time. */
export async function gridTables(): Promise<GridTables> {
  const [{ zones }, offSiteWater] = await Promise.all([
    publishedFile('/api/v1/grid-intensity.json'),
    publishedFile('/api/v1/off-site-water.json'),
  ]);
  return { zones, offSiteWater };
}

/** The scenario that the core computes with. Throws UnknownGrid. */
export function scenarioOf(
  { grid, powerUsageEffectiveness, boundary }: ScenarioState,
  tablesToUse: GridTables,
): Scenario {
  const rest = { powerUsageEffectiveness, boundary };
  return grid === undefined ? rest : { ...rest, site: gridSite(grid, tablesToUse) };
}

import { PUBLISHED_BOUNDARY } from '../../estimation/boundary.ts';
import type { GridTables } from './grid-choice.ts';
import { zoneNamed } from './grid-choice.ts';
import { BOUNDARY_WORDS, type ScenarioState } from './scenario-state.ts';

/** What a scenario changes, in words: "grid Sweden, 21 gCO2e/kWh; PUE 1.1; counting the server". */
export function scenarioWords(
  { grid, powerUsageEffectiveness, boundary }: ScenarioState,
  { zones }: Pick<GridTables, 'zones'>,
): string {
  const parts: string[] = [];
  if (typeof grid === 'number') parts.push(`grid of ${grid} gCO₂e/kWh`);
  if (typeof grid === 'string') {
    const zone = zoneNamed(grid, zones);
    parts.push(
      zone === undefined
        ? `grid ${grid}`
        : `grid ${zone.name}, ${zone.gramsPerKilowattHour} gCO₂e/kWh in the yearly mean`,
    );
  }
  if (powerUsageEffectiveness !== undefined) parts.push(`PUE ${powerUsageEffectiveness}`);
  if (boundary !== PUBLISHED_BOUNDARY) parts.push(`counting ${BOUNDARY_WORDS[boundary]}`);
  return parts.join('; ');
}

import { PUBLISHED_BOUNDARY } from '../estimation/boundary.ts';
import { SCENARIO_BOUNDS } from '../library/bounds.ts';
import { type GridTables, zoneNamed } from '../library/grid-site.ts';
import { quoted } from '../text/quoted.ts';
import type { Known } from '../ui/link/link-reader.ts';
import { BOUNDARY_WORDS, gridFromText, pueFromText, type ScenarioState } from './asked-scenario.ts';

/**
 * What a scenario changes, in words: "grid Sweden, 21 gCO2e/kWh; PUE 1.1; counting the server".
 * Without zones a grid is called as the link calls it.
 */
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

/** What is wrong with a grid as typed or linked; empty where nothing is. */
export function gridProblem(text: string, known?: Known): string {
  if (text.trim() === '' || gridFromText(text, known) !== undefined) return '';
  const { least, most } = SCENARIO_BOUNDS.gridGramsPerKilowattHour;
  return `There is no grid ${quoted(text.trim())}: a country, a zone such as SE, or ${least} to ${most} gCO₂e per kWh was expected`;
}

/** What is wrong with a PUE as typed; empty where nothing is. */
export function pueProblem(text: string): string {
  if (text.trim() === '' || pueFromText(text) !== undefined) return '';
  const { least, most } = SCENARIO_BOUNDS.powerUsageEffectiveness;
  return `${quoted(text.trim())} cannot be a PUE: ${least} to ${most} was expected`;
}

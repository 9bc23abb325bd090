import { BOUNDARIES, type Boundary, PUBLISHED_BOUNDARY } from '../../estimation/boundary.ts';
import { parametersOf, searchWith } from '../address.ts';

/** What a reader has set in place of what is known of the hosts; all of it lives in the URL. */
export interface ScenarioState {
  /** A zone of Electricity Maps, gCO2e/kWh, or undefined: the grids of the hosts. */
  grid: string | number | undefined;
  /** Power usage effectiveness, or undefined: that of the hosts. */
  powerUsageEffectiveness: number | undefined;
  boundary: Boundary;
}

/** Every figure as it is published. */
export const AS_SERVED_STATE: ScenarioState = {
  grid: undefined,
  powerUsageEffectiveness: undefined,
  boundary: PUBLISHED_BOUNDARY,
};

/** What a reader may set: no grid emits more, and no building wastes more. */
export const SCENARIO_BOUNDS = {
  gridGramsPerKilowattHour: { least: 1, most: 2000 },
  powerUsageEffectiveness: { least: 1, most: 3 },
} as const;

/** Boundaries as the page calls them. */
export const BOUNDARY_WORDS: Readonly<Record<Boundary, string>> = {
  accelerators: 'accelerators alone',
  server: 'the server',
  facility: 'the facility',
  facilityAndEmbodied: 'facility and embodied',
};

/** Reads the scenario from a URL's search part. What is not understood is as served. */
export function scenarioFromSearch(search: string): ScenarioState {
  const parameters = parametersOf(search);
  return {
    grid: gridFromText(parameters.get('grid') ?? ''),
    powerUsageEffectiveness: pueFromText(parameters.get('pue') ?? ''),
    boundary:
      BOUNDARIES.find((boundary) => boundary === parameters.get('boundary')) ?? PUBLISHED_BOUNDARY,
  };
}

/** A URL's search part with the scenario set and all else kept; what is as served is left out. */
export function searchWithScenario(
  { grid, powerUsageEffectiveness, boundary }: ScenarioState,
  search: string,
): string {
  return searchWith(search, {
    grid: grid === undefined ? '' : String(grid),
    pue: powerUsageEffectiveness === undefined ? '' : String(powerUsageEffectiveness),
    boundary: boundary === PUBLISHED_BOUNDARY ? '' : boundary,
  });
}

/** Whether nothing differs from the published figures. */
export function isAsServed({ grid, powerUsageEffectiveness, boundary }: ScenarioState): boolean {
  return (
    grid === undefined && powerUsageEffectiveness === undefined && boundary === PUBLISHED_BOUNDARY
  );
}

/** A grid as typed or linked: a number is gCO2e/kWh, anything else names a zone; else undefined. */
export function gridFromText(text: string): string | number | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  const number = Number(typed.replace(',', '.'));
  if (Number.isNaN(number)) return typed;
  const { least, most } = SCENARIO_BOUNDS.gridGramsPerKilowattHour;
  return number >= least && number <= most ? number : undefined;
}

/** A PUE as typed or linked, or undefined where it is none. */
export function pueFromText(text: string): number | undefined {
  const number = Number.parseFloat(text.trim().replace(',', '.'));
  const { least, most } = SCENARIO_BOUNDS.powerUsageEffectiveness;
  return number >= least && number <= most ? number : undefined;
}

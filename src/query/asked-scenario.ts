import { BOUNDARIES, type Boundary, PUBLISHED_BOUNDARY } from '../estimation/boundary.ts';
import { SCENARIO_BOUNDS } from '../library/bounds.ts';
import { zoneNamed } from '../library/grid-site.ts';
import { mayBeThousands } from '../text/may-be-thousands.ts';
import { numberFromText } from '../text/number-from-text.ts';
import { searchWith } from '../ui/link/address.ts';
import { isSame, type Known, type LinkReader, single } from '../ui/link/link-reader.ts';

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

/** Boundaries as the page calls them. */
export const BOUNDARY_WORDS: Readonly<Record<Boundary, string>> = {
  accelerators: 'the accelerators alone',
  server: 'the whole server',
  facility: 'the data centre',
  facilityAndEmbodied: 'the data centre and making the hardware',
};

const GRID = single<string | number | undefined>('grid', undefined, gridFromText);
const PUE = single<number | undefined>('pue', undefined, pueFromText);
const BOUNDARY = single<Boundary>('boundary', PUBLISHED_BOUNDARY, (text) =>
  BOUNDARIES.find((boundary) => isSame(boundary, text)),
);

/**
 * Reads the scenario from a link. What is not understood is as served; a grid is taken as it is called
 * where the link's reader knows no zones.
 */
export function readScenario(link: LinkReader): ScenarioState {
  return {
    grid: link.read(GRID),
    powerUsageEffectiveness: link.read(PUE),
    boundary: link.read(BOUNDARY),
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

/**
 * A grid as typed or linked: a number is gCO2e/kWh, anything else names a zone, by its code where the
 * zones are known. Undefined where there is no such grid.
 */
export function gridFromText(text: string, { zones }: Known = {}): string | number | undefined {
  if (numberFromText(text) !== undefined) {
    return within(text, SCENARIO_BOUNDS.gridGramsPerKilowattHour);
  }
  return zones === undefined ? text.trim() || undefined : zoneNamed(text, zones)?.zone;
}

/** A PUE as typed or linked, or undefined where it is none. */
export function pueFromText(text: string): number | undefined {
  return within(text, SCENARIO_BOUNDS.powerUsageEffectiveness);
}

/** The number that a text is within these bounds, and no other that it may as well be. */
function within(text: string, { least, most }: { least: number; most: number }) {
  const number = numberFromText(text) ?? Number.NaN;
  return number >= least && number <= most && !mayBeThousands(text, most) ? number : undefined;
}

import type { PlaceSite } from '../../catalog/place.ts';

/** The grids that a host may stand on, in gCO2e/kWh, and their mean weighted by share. */
export interface GridSpan {
  lowest: number;
  weightedMean: number;
  highest: number;
  zones: number;
}

type Site = Pick<PlaceSite, 'share' | 'gridGramsPerKilowattHour'>;

/** The span of yearly means over the sites of a place. */
export function gridSpan(sites: readonly Site[]): GridSpan {
  const grids = sites.map(({ gridGramsPerKilowattHour }) => gridGramsPerKilowattHour);
  return {
    lowest: Math.min(...grids),
    weightedMean: sites.reduce((sum, site) => sum + site.share * site.gridGramsPerKilowattHour, 0),
    highest: Math.max(...grids),
    zones: grids.length,
  };
}

/** The span beside a mean: "21–501", or that there is but one zone. */
export function gridSpanText({ lowest, highest, zones }: GridSpan): string {
  return zones === 1 ? 'one zone' : `${lowest}–${highest}`;
}

/** What a draw takes for the grid of a place: the core has the mean over its zones, never one of them. */
export function gridDrawSentence({ length }: readonly unknown[]): string {
  return length === 1
    ? 'Each draw takes it times two factors: one in common for all places, one of its own.'
    : 'Each draw takes their mean times two factors: one in common for all places, one of its own. The second is wider where zones differ, since their shares are not known.';
}

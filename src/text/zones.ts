import { countryName, countryOf } from '../catalog/country.ts';
import { gridZone } from '../catalog/grid.ts';
import type { ZoneShares } from '../catalog/host.ts';
import { wholePercentText } from './numbers.ts';

/** A country's name, or a zone's with its country: "Kansai (Japan)". Its code where nobody names it. */
export function zoneName(zone: string): string {
  const country = countryName(countryOf(zone));
  const name = gridZone(zone)?.name;
  if (zone === countryOf(zone)) return country;
  if (name === undefined) return `${zone} (${country})`;
  return name.includes(country) ? name : `${name} (${country})`;
}

/** Zones with their shares, the largest first: "Finland 60 %, France 40 %"; one alone needs no share. */
export function zonesText(zones: ZoneShares): string {
  const sorted = largestFirst(zones);
  return sorted.length === 1
    ? sorted.map(([zone]) => zoneName(zone)).join('')
    : sorted.map(([zone, share]) => `${zoneName(zone)} ${wholePercentText(share)}`).join(', ');
}

/** Countries alone, the largest share first, those beyond three as a number: for narrow places. */
export function countriesText(zones: ZoneShares): string {
  const names = [...new Set(largestFirst(zones).map(([zone]) => countryName(countryOf(zone))))];
  const [first = '', second, third, ...others] = names;
  const shown = [first, second, third].filter((name) => name !== undefined);
  return others.length === 0
    ? shown.join(', ')
    : `${first}, ${second} and ${names.length - 2} more`;
}

function largestFirst(zones: ZoneShares): [string, number][] {
  return Object.entries(zones).toSorted(([, a], [, b]) => b - a);
}

import { countryName, countryOf } from '../../catalog/country.ts';
import type { ReleasedEndpoint } from '../../release/served-by.ts';

const list = new Intl.ListFormat('en');

/** The countries whose grids the endpoints with an estimate stand on, by name. */
export function gridPlaces(endpoints: readonly ReleasedEndpoint[]): string {
  const countries = endpoints
    .filter(({ estimate }) => estimate !== undefined)
    .flatMap(({ place }) => Object.keys(place.zones).map((zone) => countryName(countryOf(zone))));
  return list.format([...new Set(countries)].toSorted((a, b) => a.localeCompare(b, 'en')));
}

import { countryOf } from '../country.ts';
import { hostPath } from '../host.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';

/** Places of a record that differ from the data-centre countries that OpenRouter lists say why. */
export function placesAgreeWithList({
  hostFiles,
  hostList,
}: Pick<CatalogData, 'hostFiles' | 'hostList'>): Problem[] {
  return hostList.hosts.flatMap(({ slug, dataCentreCountries = [] }) => {
    const places = hostFiles.get(slug)?.places;
    if (dataCentreCountries.length === 0 || places === undefined || places.note !== undefined) {
      return [];
    }
    const listed = new Set(dataCentreCountries);
    const recorded = new Set(Object.keys(places.zones).map(countryOf));
    const differing = listed.symmetricDifference(recorded);
    if (differing.size === 0) return [];
    return [
      {
        file: hostPath(slug),
        record: '',
        field: 'places.zones',
        message: `${[...recorded].toSorted().join(', ')}, but OpenRouter lists data centres in ${[...listed].toSorted().join(', ')}; expected the same countries, or a note that says why`,
      },
    ];
  });
}

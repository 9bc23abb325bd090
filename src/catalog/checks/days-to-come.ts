import { hostPath } from '../host.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { SOURCES_FILE } from '../source.ts';

/**
 * Nothing was published, or was so, in years to come: those after the year that follows the day of the
 * model list, so that no clock decides whether data are sound.
 */
export function daysHaveCome({
  sources,
  hostFiles,
  modelList,
}: Pick<CatalogData, 'sources' | 'hostFiles' | 'modelList'>): Problem[] {
  const latest = Number(modelList.retrieved.slice(0, 4)) + 1;
  const message = (found: number | string) =>
    `${found} is yet to come; expected ${latest} at the latest, the list of models being of ${modelList.retrieved}`;
  return [
    ...Object.entries(sources)
      .filter(([, { year }]) => year > latest)
      .map(([id, { year }]) => ({
        file: SOURCES_FILE,
        record: id,
        field: 'year',
        message: message(year),
      })),
    ...[...hostFiles].flatMap(([slug, { accelerators }]) => {
      const asOf = accelerators?.asOf ?? '';
      return Number(asOf.slice(0, 4)) > latest
        ? [{ file: hostPath(slug), record: '', field: 'accelerators.asOf', message: message(asOf) }]
        : [];
    }),
  ];
}

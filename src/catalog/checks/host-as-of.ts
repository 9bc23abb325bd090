import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { hostPath } from './model-records.ts';

/** Nothing is known as of a time that no document reaches: a year with its digits swapped is seen. */
export function asOfIsReached({
  hostFiles,
  sources,
}: Pick<CatalogData, 'hostFiles' | 'sources'>): Problem[] {
  const newest = Math.max(...Object.values(sources).map(({ year }) => year));
  return [...hostFiles].flatMap(([slug, { accelerators }]) => {
    const asOf = accelerators?.asOf;
    if (asOf === undefined || Number(asOf.slice(0, 4)) <= newest) return [];
    return [
      {
        file: hostPath(slug),
        record: '',
        field: 'accelerators.asOf',
        message: `${asOf}, but no source in data/sources.yaml is newer than ${newest}; correct it, or add the document that it was seen in`,
      },
    ];
  });
}

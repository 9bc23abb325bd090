import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { ModelId } from '../snapshot.ts';
import { modelRecords } from './model-records.ts';

/** A key is the slug that all variants of a model share, as in OpenRouter's ids. */
export function slugWithoutVariant(data: Pick<CatalogData, 'makers'>): Problem[] {
  return modelRecords(data).flatMap(({ id, slug, at }) => {
    if (ModelId.safeParse(id).success && !slug.includes(':')) return [];
    return [
      {
        ...at,
        field: '',
        message: `${JSON.stringify(slug)} is no slug; expected the part of the id after the maker, without a variant such as :free`,
      },
    ];
  });
}

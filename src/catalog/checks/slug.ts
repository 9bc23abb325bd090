import { modelIdParts } from '../model-id.ts';
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

/** A key that differs from a listed model's in the case of letters alone is that model's, and would not be found. */
export function slugAsListed({
  makers,
  modelList,
}: Pick<CatalogData, 'makers' | 'modelList'>): Problem[] {
  const listed = new Set(modelList.models.map(({ id }) => modelIdParts(id).baseId));
  const byLetters = new Map([...listed].map((id) => [id.toLowerCase(), id]));
  return modelRecords({ makers }).flatMap(({ id, at }) => {
    const meant = byLetters.get(id.toLowerCase());
    return meant === undefined || listed.has(id)
      ? []
      : [{ ...at, field: '', message: `OpenRouter lists ${meant}; expected the same letters` }];
  });
}

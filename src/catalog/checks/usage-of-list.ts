import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';

/** The week's usage is of models on the list: of none, nothing can be said about what it emits. */
export function usageIsOfTheList({
  modelList,
  usage,
}: Pick<CatalogData, 'modelList' | 'usage'>): Problem[] {
  const listed = new Set(modelList.models.map(({ canonicalSlug }) => canonicalSlug));
  if (usage.models.some(({ canonicalSlug }) => listed.has(canonicalSlug))) return [];
  return [
    {
      file: 'data/openrouter/usage.json',
      record: '',
      field: 'models',
      message: `none of ${usage.models.length} rows is of a model on the list of ${modelList.retrieved}; expected a week of about that day, pull both anew`,
    },
  ];
}

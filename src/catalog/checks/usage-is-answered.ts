import { joinCatalog } from '../catalog.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { joinUsage, tokensOf, USAGE_LIST_FILE } from '../usage.ts';

/**
 * Some of the week's tokens are of a model with an estimate: of none, nothing can be said about what they
 * emit. Only for data that keep every other rule, since it joins them.
 */
export function usageIsAnswered(data: CatalogData): Problem[] {
  const { modelList, usage } = data;
  const listed = new Set(modelList.models.map(({ canonicalSlug }) => canonicalSlug));
  if (!usage.models.some(({ canonicalSlug }) => listed.has(canonicalSlug))) {
    return [
      problem(
        `none of ${usage.models.length} rows is of a model on the list of ${modelList.retrieved}; expected a week of about that day, pull both anew`,
      ),
    ];
  }
  const { estimable, unestimated } = joinCatalog(data);
  const { byModel } = joinUsage(usage, modelList.models, {
    estimated: new Set(estimable.map((model) => model.listed.id)),
    unestimated: new Map(unestimated.map((model) => [model.listed.id, model.because])),
  });
  if (byModel.values().some((tokens) => tokensOf(tokens) > 0)) return [];
  return [
    problem(
      `none of ${usage.models.length} rows holds tokens of a model with an estimate; expected at least one. Record the size or the price of a model that was used, or pull the week anew`,
    ),
  ];
}

function problem(message: string): Problem {
  return { file: USAGE_LIST_FILE, record: '', field: 'models', message };
}

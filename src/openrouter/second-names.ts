import type { ListedModel } from '../catalog/snapshot.ts';

/**
 * New entries that may be another's model under a second name, such as o4-mini-high beside o4-mini: the id
 * goes on where another's ends, and prices and context are the same. The list does not say so; where it is
 * true, `sameAs` in the model's record gives both one figure.
 */
export function possibleSecondNames(
  models: readonly ListedModel[],
  added: ReadonlySet<string>,
): string[] {
  const withOwnId = new Map(models.map((model) => [model.id, model]));
  return models
    .filter(({ id, aliasOf }) => added.has(id) && aliasOf === undefined && !id.includes(':'))
    .flatMap((model) => {
      const first = namesBegunBy(model.id)
        .map((id) => withOwnId.get(id))
        .find((other) => other !== undefined && hasOffersOf(other, model));
      return first === undefined
        ? []
        : [
            `${model.id}: prices and context of ${first.id}; if it is the same model, say sameAs: ${first.id} in its record`,
          ];
    });
}

/** “a/b-c-d” goes on where “a/b-c” and “a/b” end; the longest first. */
function namesBegunBy(id: string): string[] {
  const [maker = '', slug = ''] = id.split('/');
  const parts = slug.split('-');
  return parts
    .slice(1)
    .map((_, index) => `${maker}/${parts.slice(0, parts.length - 1 - index).join('-')}`);
}

function hasOffersOf(one: ListedModel, other: ListedModel): boolean {
  return (
    one.contextTokens === other.contextTokens &&
    one.huggingFaceId === other.huggingFaceId &&
    one.prices.outputUsdPerMillionTokens !== undefined &&
    one.prices.inputUsdPerMillionTokens === other.prices.inputUsdPerMillionTokens &&
    one.prices.outputUsdPerMillionTokens === other.prices.outputUsdPerMillionTokens
  );
}

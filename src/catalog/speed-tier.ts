import { modelIdParts } from './model-id.ts';
import type { ListedModel, ModelList } from './snapshot.ts';

/** What makers put behind a model's name to sell its answers sooner. */
const SPEED = /-(?:fast|faster|express|highspeed|high-speed|lightning|priority|turbo)$/;

/** Prices are rounded; multiples as near as this are one. */
const SAME_MULTIPLE = 0.01;

/**
 * The entry whose model another one sells faster, as far as the list itself tells: it is named as that one
 * with a word of speed behind, and both its prices are the same multiple of that one's, above 1. A name
 * alone says nothing: a smaller model is called so, too, and is cheaper.
 */
export function soldFasterAs(
  model: ListedModel,
  { models }: Pick<ModelList, 'models'>,
): ListedModel | undefined {
  const { maker, slug } = modelIdParts(model.id);
  const plainId = `${maker}/${slug.replace(SPEED, '')}`;
  const plain = SPEED.test(slug) ? models.find(({ id }) => id === plainId) : undefined;
  if (plain === undefined || isOtherRepository(model, plain)) return undefined;
  const input = multiple('inputUsdPerMillionTokens', model, plain);
  const output = multiple('outputUsdPerMillionTokens', model, plain);
  return input > 1 && Math.abs(output / input - 1) <= SAME_MULTIPLE ? plain : undefined;
}

/** How many times as much it asks; NaN where one of the two asks nothing, or says nothing. */
function multiple(price: keyof ListedModel['prices'], one: ListedModel, other: ListedModel) {
  const [asked = 0, beside = 0] = [one.prices[price], other.prices[price]];
  return asked > 0 && beside > 0 ? asked / beside : Number.NaN;
}

function isOtherRepository({ huggingFaceId }: ListedModel, plain: ListedModel): boolean {
  return huggingFaceId !== undefined && huggingFaceId !== plain.huggingFaceId;
}

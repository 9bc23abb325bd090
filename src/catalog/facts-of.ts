import type { MakerFile, ModelFacts, Parameters } from './maker.ts';
import { modelIdParts } from './model-id.ts';
import type { CatalogData } from './read-data.ts';
import { LEAST_ACTIVE_SHARE, PLAUSIBLE_BILLIONS, sizesInName } from './sizes.ts';
import type { ListedModel } from './snapshot.ts';

/** A maker's file, or what stands in for one that nobody has written yet. */
export function makerOf(model: ListedModel, data: Pick<CatalogData, 'makers'>): MakerFile {
  const { maker } = modelIdParts(model.id);
  return (
    data.makers.get(maker) ?? {
      name: /^([^:]+):\s/.exec(model.name)?.[1] ?? maker,
      models: {},
    }
  );
}

/** What people have written down about a model; undefined where nobody has. */
export function recordOf(
  { id }: Pick<ListedModel, 'id'>,
  { makers }: Pick<CatalogData, 'makers'>,
): ModelFacts | undefined {
  const { maker, slug } = modelIdParts(id);
  const models = makers.get(maker)?.models ?? {};
  // A slug may be any word, that of a method of all objects too.
  return Object.hasOwn(models, slug) ? models[slug] : undefined;
}

/**
 * What is known of a model: its record, or, for a new open-weight model, the size that its name
 * states. A list that has moved on since the data were last tended still gets honest estimates.
 */
export function factsOf(
  model: ListedModel,
  data: Pick<CatalogData, 'makers'>,
): ModelFacts | undefined {
  const written = recordOf(model, data);
  if (written !== undefined || model.huggingFaceId === undefined) return written;
  const parameters = parametersFromName(modelIdParts(model.id).slug);
  return {
    weights: 'open',
    huggingFaceId: model.huggingFaceId,
    ...(parameters !== undefined && { parameters }),
  };
}

/** The size that a name states, where it could be one: a name is nobody's promise. */
function parametersFromName(slug: string): Parameters | undefined {
  const { total, active = total } = sizesInName(slug);
  if (total === undefined || active === undefined) return undefined;
  const plausible =
    total >= PLAUSIBLE_BILLIONS.fewest &&
    total <= PLAUSIBLE_BILLIONS.most &&
    active <= total &&
    active >= LEAST_ACTIVE_SHARE * total;
  if (!plausible) return undefined;
  return {
    totalBillions: total,
    activeBillions: active,
    how: 'name',
    sources: ['openrouter-models'],
    ...(active === total && { note: 'Taken as dense, since the name states one size only.' }),
  };
}

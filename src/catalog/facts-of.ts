import type { MakerFile, ModelFacts } from './maker.ts';
import { modelIdParts } from './model-id.ts';
import type { CatalogData } from './read-data.ts';
import { sizeFromName } from './size-from-name.ts';
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
 * What is known of a model: its record, or, for one that nobody has recorded, the size that its name
 * states. A list that has moved on since the data were last tended still gets honest estimates.
 */
export function factsOf(
  model: ListedModel,
  data: Pick<CatalogData, 'makers'>,
): ModelFacts | undefined {
  const written = recordOf(model, data);
  if (written !== undefined) return written;
  const { huggingFaceId } = model;
  const parameters = sizeFromName(modelIdParts(model.id).slug, huggingFaceId !== undefined);
  if (huggingFaceId !== undefined) {
    return { weights: 'open', huggingFaceId, ...(parameters !== undefined && { parameters }) };
  }
  return parameters && { weights: 'unknown', parameters };
}

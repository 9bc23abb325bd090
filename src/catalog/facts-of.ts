import type { Architecture, MakerFile, ModelFacts, Parameters } from './maker.ts';
import { modelIdParts } from './model-id.ts';
import type { CatalogData } from './read-data.ts';
import { sizeFromName } from './size-from-name.ts';
import type { ListedModel } from './snapshot.ts';
import { soldFasterAs } from './speed-tier.ts';

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

/** A model's architecture: its own, or that of the model that its record names. */
export function architectureOf(
  { architecture, architectureOf: other }: ModelFacts,
  data: Pick<CatalogData, 'makers'>,
): Architecture | undefined {
  if (architecture !== undefined || other === undefined) return architecture;
  return recordOf({ id: other }, data)?.architecture;
}

/**
 * What is known of a model: its record, or, for one that nobody has recorded, what its entry states: that
 * it sells another entry's model faster, or the size in its names. A list that has moved on since the data
 * were last tended still gets honest estimates.
 */
export function factsOf(
  model: ListedModel,
  data: Pick<CatalogData, 'makers' | 'modelList'>,
): ModelFacts | undefined {
  const written = recordOf(model, data);
  if (written !== undefined) return written;
  const plain = soldFasterAs(model, data.modelList);
  if (plain !== undefined) {
    return {
      weights: recordOf(plain, data)?.weights ?? 'unknown',
      sameAs: plain.id,
      note: `Nobody has recorded it: it is taken for ${plain.id} by its name, and since both its prices are the same multiple of that entry’s.`,
    };
  }
  const { huggingFaceId } = model;
  const parameters = sizeFromNames(model);
  if (huggingFaceId !== undefined) {
    return { weights: 'open', huggingFaceId, ...(parameters !== undefined && { parameters }) };
  }
  return parameters && { weights: 'unknown', parameters };
}

/** The size that an entry states: in its id, in its repository's name, or in its own name. */
function sizeFromNames({ id, huggingFaceId, name }: ListedModel): Parameters | undefined {
  const linked = huggingFaceId !== undefined;
  const repository = huggingFaceId?.split('/')[1] ?? '';
  return (
    sizeFromName(modelIdParts(id).slug, linked) ??
    sizeFromName(repository, linked) ??
    sizeFromName(name.replaceAll(/[^\p{L}\p{N}.]+/gu, '-'), false)
  );
}

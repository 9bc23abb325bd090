import type { MakerFile, ModelFacts } from './maker.ts';
import { modelIdParts } from './model-id.ts';
import type { CatalogData } from './read-data.ts';
import { sizesInName } from './sizes-in-name.ts';
import type { ListedModel } from './snapshot.ts';

/** A maker's file, or what stands in for one that nobody has written yet. */
export function makerOf(model: ListedModel, data: CatalogData): MakerFile {
  const { maker } = modelIdParts(model.id);
  return (
    data.makers.get(maker) ?? {
      name: /^([^:]+):\s/.exec(model.name)?.[1] ?? maker,
      servedFrom: data.factors.facility.defaultCountry,
      models: {},
    }
  );
}

/**
 * What is known of a model: its record, or, for a new open-weight model, the size that its name
 * states. A list that has moved on since the data were last tended still gets honest estimates.
 */
export function factsOf(model: ListedModel, data: CatalogData): ModelFacts | undefined {
  const { slug } = modelIdParts(model.id);
  const written = makerOf(model, data).models[slug];
  if (written !== undefined || model.huggingFaceId === undefined) return written;
  const { total, active } = sizesInName(slug);
  return {
    weights: 'open',
    huggingFaceId: model.huggingFaceId,
    ...(total !== undefined && {
      parameters: {
        totalBillions: total,
        activeBillions: active ?? total,
        how: 'name',
        sources: ['openrouter-models'],
        ...(active === undefined && {
          note: 'Taken as dense, since the name states one size only.',
        }),
      },
    }),
  };
}

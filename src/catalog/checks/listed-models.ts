import { recordOf } from '../facts-of.ts';
import { makerPath } from '../maker.ts';
import { modelIdParts } from '../model-id.ts';
import { notAModelOfItsOwn } from '../no-estimate.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import type { ListedModel } from '../snapshot.ts';

/** Every maker of OpenRouter's list has a file, which says who it is. */
export function listedMakersHaveFile({
  modelList,
  makers,
}: Pick<CatalogData, 'modelList' | 'makers'>): Problem[] {
  const examples = new Map<string, string>();
  for (const { id } of ownModels(modelList.models)) {
    const { maker } = modelIdParts(id);
    if (!makers.has(maker) && !examples.has(maker)) examples.set(maker, id);
  }
  return [...examples].map(([maker, id]) => ({
    file: makerPath(maker),
    record: '',
    field: '',
    message: `missing, though OpenRouter lists ${id}; create it with name and models, and host if it serves them itself`,
  }));
}

/** Every open-weight model of OpenRouter's list has its size: with open weights it can be looked up. */
export function listedOpenModelsHaveSize({
  modelList,
  makers,
}: Pick<CatalogData, 'modelList' | 'makers'>): Problem[] {
  return ownModels(modelList.models).flatMap(({ id, huggingFaceId }) => {
    const { maker, slug } = modelIdParts(id);
    const file = makers.get(maker);
    const facts = recordOf({ id }, { makers });
    const open = facts === undefined ? huggingFaceId !== undefined : facts.weights === 'open';
    if (file === undefined || !open || facts?.parameters !== undefined) return [];
    const whereToLook = huggingFaceId ?? facts?.huggingFaceId;
    return [
      {
        file: makerPath(maker),
        record: slug,
        field: 'parameters',
        message: `missing, though the weights of ${id} are open; add totalBillions and activeBillions${whereToLook === undefined ? '' : ` (see ${whereToLook} on Hugging Face)`}`,
      },
    ];
  });
}

/** Models of OpenRouter's list that produce text and that nobody has looked up: without any record. */
export function modelsWithoutRecord(
  data: Pick<CatalogData, 'modelList' | 'makers'>,
): ListedModel[] {
  return ownModels(data.modelList.models).filter((model) => recordOf(model, data) === undefined);
}

/**
 * Every model of OpenRouter's list that produces text has a record: without one nobody has looked, and
 * its estimate stands on its price. Those that `listedOpenModelsHaveSize` names are left to it.
 */
export function listedModelsHaveRecord(data: Pick<CatalogData, 'modelList' | 'makers'>): Problem[] {
  const named = new Set(listedOpenModelsHaveSize(data).map(keyOf));
  return modelsWithoutRecord(data).flatMap((model) => {
    const { maker, slug } = modelIdParts(model.id);
    const wanted: Problem = {
      file: makerPath(maker),
      record: slug,
      field: '',
      message: `no record, though OpenRouter lists ${model.id}; write its size with a source${model.huggingFaceId === undefined ? '' : ` (see ${model.huggingFaceId} on Hugging Face; npm run pull:huggingface proposes a record)`}, or { weights: closed } where its maker keeps it to itself, with sameAs where it sells another entry's model`,
    };
    return named.has(keyOf(wanted)) ? [] : [wanted];
  });
}

function keyOf({ file, record }: Problem): string {
  return `${file} ${record}`;
}

function ownModels(models: readonly ListedModel[]): ListedModel[] {
  const listed = new Set(models.map(({ id }) => id));
  return models.filter((model) => notAModelOfItsOwn(model, listed) === undefined);
}

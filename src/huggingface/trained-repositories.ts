import { recordOf } from '../catalog/facts-of.ts';
import type { CatalogData } from '../catalog/read-data.ts';

/** A repository with what the data say of it. */
export interface TrainedRepository {
  id: string;
  /** OpenRouter's ids of the models that are it. */
  models: string[];
  /** The run that made it, and no other. */
  run: string | undefined;
}

/** Each repository once, in the order of the map from models to runs. */
export function trainedRepositories(data: CatalogData): TrainedRepository[] {
  const { modelRuns, statements } = data.training;
  const found = new Map<string, TrainedRepository>();
  const add = (model: string, run: string | undefined) => {
    const repository = repositoryOf(model, data);
    const key = repository?.toLowerCase();
    if (repository === undefined || key === undefined) return;
    const known = found.get(key) ?? { id: repository, models: [], run: undefined };
    if (isEntry(model, data) && !known.models.includes(model)) known.models.push(model);
    found.set(key, { ...known, run: known.run ?? run });
  };
  for (const { model, run, relation } of modelRuns)
    add(model, relation === 'same' ? run : undefined);
  for (const { models = [], run } of Object.values(statements)) {
    for (const model of models) add(model, run);
  }
  return [...found.values()];
}

/** A model's repository: that of OpenRouter's entry, or the model itself where it is one of Hugging Face. */
function repositoryOf(model: string, data: CatalogData): string | undefined {
  if (!isEntry(model, data)) return model;
  const listed = data.modelList.models.find(({ id }) => id === model);
  return recordOf({ id: model }, data)?.huggingFaceId ?? listed?.huggingFaceId;
}

function isEntry(model: string, data: CatalogData): boolean {
  return (
    recordOf({ id: model }, data) !== undefined ||
    data.modelList.models.some(({ id }) => id === model)
  );
}

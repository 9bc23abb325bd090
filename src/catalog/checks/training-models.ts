import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { TRAINING_FILE } from '../training.ts';

/** Every model that a training disclosure names is in OpenRouter's list or has a record. */
export function trainedModelsExist({
  training,
  modelList,
  makers,
}: Pick<CatalogData, 'training' | 'modelList' | 'makers'>): Problem[] {
  const listed = new Set(modelList.models.map(({ id }) => id));
  const known = (id: string) => {
    const [maker = '', slug = ''] = id.split('/');
    return listed.has(id) || Object.hasOwn(makers.get(maker)?.models ?? {}, slug);
  };
  return Object.entries(training).flatMap(([record, { models = [] }]) =>
    models
      .filter((id) => !known(id))
      .map((id) => ({
        file: TRAINING_FILE,
        record,
        field: 'models',
        message: `${JSON.stringify(id)} is neither in OpenRouter's list nor in data/models; expected the id of a model, correct it or leave it out`,
      })),
  );
}

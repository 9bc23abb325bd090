import { modelFinder as finderOf } from '../../library/find-model.ts';
import type { ModelNames } from '../../release/model-names.ts';

/** A model of the release by its names. */
export type NamedModel = ModelNames['models'][number];

/** A function that finds the model that a text means for certain. */
export function modelFinder(
  models: readonly NamedModel[],
): (text: string) => NamedModel | undefined {
  const { resolve } = finderOf(models);
  return (text) => {
    const resolution = resolve(text);
    return resolution.kind === 'found' ? resolution.model : undefined;
  };
}

import { type ModelFinder, modelFinder } from '../library/find-model.ts';
import type { ModelNames } from '../release/model-names.ts';
import { shortNameOf } from '../release/short-name.ts';
import { publishedFile } from './published-file.ts';

/** A model by its names as published. */
export type KnownModel = ModelNames['models'][number];

/** The models of the release by all their names. */
export interface KnownNames {
  notEstimated: ModelNames['notEstimated'];
  finder: ModelFinder<KnownModel>;
  /** The shortest name of a model that is no other's: what a field shows for it. */
  certainName(model: KnownModel): string;
}

const made = new WeakMap<ModelNames, KnownNames>();

/** Reads the names of the release. Rejects with UnreadFile. */
export async function knownNames(): Promise<KnownNames> {
  const names = await publishedFile('/api/v1/model-names.json');
  const known = made.get(names) ?? knownOf(names);
  made.set(names, known);
  return known;
}

function knownOf({ models, notEstimated }: ModelNames): KnownNames {
  const finder = modelFinder(models);
  const isOf = (model: KnownModel) => (name: string) => {
    const resolution = finder.resolve(name);
    return resolution.kind === 'found' && resolution.model === model;
  };
  return {
    notEstimated,
    finder,
    certainName: (model) => [shortNameOf(model.name), model.name].find(isOf(model)) ?? model.id,
  };
}

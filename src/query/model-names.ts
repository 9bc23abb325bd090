import { type ModelFinder, modelFinder } from '../library/find-model.ts';
import type { ModelNames } from '../release/model-names.ts';
import { publishedFile } from './published-file.ts';

/** A model by its names as published. */
export type KnownModel = ModelNames['models'][number];

/** The names of the release, with what finds a model by them. */
export interface KnownNames extends ModelNames {
  finder: ModelFinder<KnownModel>;
}

const known = new WeakMap<ModelNames, KnownNames>();

/** Reads the names of the release. Rejects with UnreadFile. */
export async function knownNames(): Promise<KnownNames> {
  const names = await publishedFile('/api/v1/model-names.json');
  const made = known.get(names) ?? { ...names, finder: modelFinder(names.models) };
  known.set(names, made);
  return made;
}

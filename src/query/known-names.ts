import { type ModelFinder, modelFinder } from '../library/find-model.ts';
import type { ModelNames } from '../library/model-names.ts';
import { kept } from './kept.ts';
import { publishedFile } from './published-file.ts';

/** A model by its names as published. */
export type KnownModel = ModelNames['models'][number];

/** The names of the release, with what finds a model by them. */
export interface KnownNames extends ModelNames {
  finder: ModelFinder<KnownModel>;
}

/** The names of the release. Rejects with UnreadFile, and begins anew the next time. */
export const knownNames = kept(async (): Promise<KnownNames> => {
  const names = await publishedFile('/api/v1/model-names.json');
  return { ...names, finder: modelFinder(names.models) };
});

import type { GetStaticPaths } from 'astro';
import { modelJsonName } from '../published/model-json-path.ts';
import { currentRelease } from '../release/current.ts';
import type { ReleasedModel } from '../release/release.ts';

/** What a file of a model is made of. */
export interface OfModel {
  model: ReleasedModel;
}

/** A path for each estimated model, named as its other files are. */
export const modelPaths: GetStaticPaths = () =>
  currentRelease().release.models.map((model) => ({
    params: { id: modelJsonName(model.id) },
    props: { model } satisfies OfModel,
  }));

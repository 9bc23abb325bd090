import * as z from 'zod';
import { type ModelNames, namesOf } from '../library/model-names.ts';
import type { Release } from '../release/release.ts';
import { jsonFile } from './api-file.ts';
import { Evidence, HEADER, NAMES } from './parts.ts';

const ModelNamesFile = z.strictObject({
  ...HEADER,
  models: z.array(
    z.strictObject({
      ...NAMES,
      evidence: Evidence,
      variants: z
        .array(z.string())
        .describe('Ids that are this model under other terms, and aliases'),
    }),
  ),
  notEstimated: z.array(
    z.strictObject({ id: z.string(), reason: z.string().describe('Why it has no estimate') }),
  ),
});

/** The names of every estimated model, to match records of usage and links with. */
function modelNames({ models, notEstimated }: Release) {
  return {
    models: models.map((model) => ({ ...namesOf(model), evidence: model.evidence })),
    notEstimated: notEstimated.flatMap(({ id, reason, seeInstead }) =>
      seeInstead === undefined ? [{ id, reason }] : [],
    ),
  } satisfies Pick<ModelNames, 'models' | 'notEstimated'>;
}

export const MODEL_NAMES = jsonFile({
  name: 'model-names',
  holds: 'Every model by all its names',
  licence: 'CC-BY-4.0; names: OpenRouter',
  about: {
    title: 'Names of every model with an estimate',
    unit: 'none: names alone',
  },
  schema: ModelNamesFile,
  object: ({ release }) => modelNames(release),
});

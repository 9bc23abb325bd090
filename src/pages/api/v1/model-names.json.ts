import type { APIRoute } from 'astro';
import { type ModelNames, namesOf } from '../../../library/model-names.ts';
import { fileHeader } from '../../../published/file-header.ts';
import { currentRelease } from '../../../release/current.ts';

/** The names of every estimated model, to match records of usage and links with. */
export const GET: APIRoute = () => {
  const { release } = currentRelease();
  const names = {
    ...fileHeader(release, {
      title: 'Names of every model with an estimate',
      unit: 'none: names alone',
      licence: 'CC-BY-4.0; names: OpenRouter',
    }),
    models: release.models.map((model) => ({ ...namesOf(model), evidence: model.evidence })),
    notEstimated: release.notEstimated.flatMap(({ id, reason, seeInstead }) =>
      seeInstead === undefined ? [{ id, reason }] : [],
    ),
  } satisfies ModelNames;
  return new Response(`${JSON.stringify(names)}\n`);
};

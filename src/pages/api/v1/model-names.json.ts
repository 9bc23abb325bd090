import type { APIRoute } from 'astro';
import type { ModelNames } from '../../../components/calculator/model-finder.ts';
import { currentRelease } from '../../../release/current-release.ts';
import { fileHeader } from '../../../release/file-header.ts';

/** The names of every estimated model, to match records of usage and links with. */
export const GET: APIRoute = () => {
  const { release } = currentRelease();
  const names = {
    ...fileHeader(release, {
      title: 'Names of every model with an estimate',
      unit: 'none: names alone',
      licence: 'CC-BY-4.0; names: OpenRouter',
    }),
    models: release.models.map(({ id, name, listed, evidence, variants, aliases }) => ({
      id,
      name,
      canonicalSlug: listed.canonicalSlug,
      evidence,
      variants: [...variants, ...aliases],
    })),
    notEstimated: release.notEstimated.flatMap(({ id, reason, seeInstead }) =>
      seeInstead === undefined ? [{ id, reason }] : [],
    ),
  } satisfies ModelNames;
  return new Response(`${JSON.stringify(names)}\n`);
};

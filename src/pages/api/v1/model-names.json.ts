import type { APIRoute } from 'astro';
import type { ModelNames } from '../../../components/calculator/model-finder.ts';
import { currentRelease } from '../../../release/current-release.ts';

/** The names of every estimated model, to match records of usage and links with. */
export const GET: APIRoute = () => {
  const { release, methodVersion, models, notEstimated } = currentRelease().release;
  const names = {
    release,
    methodVersion,
    models: models.map(({ id, name, listed, evidence, variants, aliases }) => ({
      id,
      name,
      canonicalSlug: listed.canonicalSlug,
      evidence,
      variants: [...variants, ...aliases],
    })),
    notEstimated: notEstimated.flatMap(({ id, reason, seeInstead }) =>
      seeInstead === undefined ? [{ id, reason }] : [],
    ),
  } satisfies ModelNames;
  return new Response(`${JSON.stringify(names)}\n`);
};

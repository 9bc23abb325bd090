import type { APIRoute } from 'astro';
import { methodOf } from '../../../catalog/method.ts';
import { currentRelease } from '../../../release/current-release.ts';

/** Every constant of the estimate, as the core reads it. */
export const GET: APIRoute = () => {
  const { data, release } = currentRelease();
  const { methodVersion } = release;
  return new Response(
    `${JSON.stringify({ methodVersion, release: release.release, method: methodOf(data.factors) }, null, 1)}\n`,
  );
};

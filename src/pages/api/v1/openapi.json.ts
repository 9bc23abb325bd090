import type { APIRoute } from 'astro';
import { openApi } from '../../../published/openapi.ts';
import { currentRelease } from '../../../release/current.ts';

/** The API for programs. */
export const GET: APIRoute = ({ site, url }) => {
  const { methodVersion } = currentRelease().release;
  return new Response(
    `${JSON.stringify(openApi({ methodVersion, site: site ?? url }), null, 1)}\n`,
  );
};

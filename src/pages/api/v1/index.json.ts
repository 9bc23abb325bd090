import type { APIRoute } from 'astro';
import { currentRelease } from '../../../release/current-release.ts';
import { indexJson } from '../../../release/index-json.ts';

export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(indexJson(currentRelease().release), null, 1)}\n`);

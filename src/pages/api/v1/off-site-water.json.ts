import type { APIRoute } from 'astro';
import { currentRelease } from '../../../release/current-release.ts';
import { offSiteWaterJson } from '../../../release/grid-table.ts';

export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(offSiteWaterJson(currentRelease().data))}\n`);

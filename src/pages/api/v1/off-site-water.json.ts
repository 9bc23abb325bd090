import type { APIRoute } from 'astro';
import { offSiteWaterJson } from '../../../published/grid-intensity.ts';
import { currentRelease } from '../../../release/current.ts';

export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(offSiteWaterJson(currentRelease().data))}\n`);

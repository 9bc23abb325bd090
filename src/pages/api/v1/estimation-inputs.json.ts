import type { APIRoute } from 'astro';
import { currentRelease } from '../../../release/current-release.ts';
import { estimationInputs } from '../../../release/estimation-inputs.ts';

/** What every model is estimated from: with method.json, enough to repeat each figure. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(estimationInputs(currentRelease().release))}\n`);

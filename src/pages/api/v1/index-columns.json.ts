import type { APIRoute } from 'astro';
import { columnValuesJson } from '../../../published/index-columns.ts';
import { currentRelease } from '../../../release/current.ts';

/** What the optional columns of the index hold. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(columnValuesJson(currentRelease().release))}\n`);

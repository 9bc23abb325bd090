import type { APIRoute } from 'astro';
import { currentRelease } from '../../../release/current-release.ts';
import { indexCsv } from '../../../release/index-csv.ts';

export const GET: APIRoute = () => new Response(indexCsv(currentRelease().release));

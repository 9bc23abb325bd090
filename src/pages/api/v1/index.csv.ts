import type { APIRoute } from 'astro';
import { indexCsv } from '../../../published/index-csv.ts';
import { currentRelease } from '../../../release/current.ts';

export const GET: APIRoute = () => new Response(indexCsv(currentRelease().release));

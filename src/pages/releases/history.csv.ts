import type { APIRoute } from 'astro';
import { currentHistory } from '../../published/archive/history.ts';
import { historyCsv } from '../../published/archive/history-csv.ts';

/** Every figure of every release, a row each. */
export const GET: APIRoute = () => new Response(historyCsv(currentHistory()));

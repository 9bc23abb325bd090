import type { APIRoute } from 'astro';
import { gridTableCsv } from '../../../release/grid-table.ts';

export const GET: APIRoute = () => new Response(gridTableCsv());

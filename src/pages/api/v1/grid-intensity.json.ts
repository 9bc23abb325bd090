import type { APIRoute } from 'astro';
import { gridTableJson } from '../../../release/grid-table.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(gridTableJson())}\n`);

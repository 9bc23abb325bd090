import type { APIRoute } from 'astro';
import { gridTableCsv } from '../../../published/grid-intensity.ts';

export const GET: APIRoute = () => new Response(gridTableCsv());

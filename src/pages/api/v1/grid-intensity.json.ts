import type { APIRoute } from 'astro';
import { gridTableJson } from '../../../published/grid-intensity.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(gridTableJson())}\n`);

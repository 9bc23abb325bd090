import type { APIRoute } from 'astro';
import { indexJsonText } from '../../../published/index-json.ts';
import { currentRelease } from '../../../release/current.ts';

export const GET: APIRoute = () => new Response(indexJsonText(currentRelease().release));

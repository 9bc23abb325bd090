import type { APIRoute } from 'astro';
import { currentRelease } from '../../../release/current-release.ts';
import { indexJsonText } from '../../../release/index-json.ts';

export const GET: APIRoute = () => new Response(indexJsonText(currentRelease().release));

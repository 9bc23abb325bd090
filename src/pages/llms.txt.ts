import type { APIRoute } from 'astro';
import { llmsText } from '../components/methodology/llms-text.ts';
import { currentRelease } from '../release/current.ts';

export const GET: APIRoute = ({ site }) => new Response(llmsText(currentRelease().release, site));

import type { APIRoute } from 'astro';
import type { Badge } from '../../published/badge.ts';
import { badgePaths } from '../_model-paths.ts';

export const getStaticPaths = badgePaths;

/** The same for shields.io, as its endpoint badges ask. */
export const GET: APIRoute<{ badge: Badge }> = ({ props: { badge } }) =>
  new Response(`${JSON.stringify({ schemaVersion: 1, ...badge })}\n`);

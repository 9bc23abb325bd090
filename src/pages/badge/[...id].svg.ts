import type { APIRoute } from 'astro';
import { type Badge, badgeSvg } from '../../published/badge.ts';
import { badgePaths } from '../_model-paths.ts';

export const getStaticPaths = badgePaths;

/** A badge that says a model's range. */
export const GET: APIRoute<{ badge: Badge }> = ({ props: { badge } }) =>
  new Response(badgeSvg(badge));

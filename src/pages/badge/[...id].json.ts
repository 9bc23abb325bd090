import type { APIRoute } from 'astro';
import { badgeOf } from '../../published/badge.ts';
import { modelPaths, type OfModel } from '../_model-paths.ts';

export const getStaticPaths = modelPaths;

/** The same for shields.io, as its endpoint badges ask. */
export const GET: APIRoute<OfModel> = ({ props: { model } }) =>
  new Response(`${JSON.stringify({ schemaVersion: 1, ...badgeOf(model) })}\n`);

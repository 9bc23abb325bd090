import type { APIRoute } from 'astro';
import { badgeOf, badgeSvg } from '../../published/badge.ts';
import { modelPaths, type OfModel } from '../_model-paths.ts';

export const getStaticPaths = modelPaths;

/** A badge that says a model's range. */
export const GET: APIRoute<OfModel> = ({ props: { model } }) =>
  new Response(badgeSvg(badgeOf(model)));

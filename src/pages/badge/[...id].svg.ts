import type { APIRoute, GetStaticPaths } from 'astro';
import { badgeOf, badgeSvg } from '../../published/badge.ts';
import { modelJsonName } from '../../published/model-json-path.ts';
import { currentRelease } from '../../release/current.ts';
import type { ReleasedModel } from '../../release/release.ts';

export const getStaticPaths: GetStaticPaths = () =>
  currentRelease().release.models.map((model) => ({
    params: { id: modelJsonName(model.id) },
    props: { model },
  }));

/** A badge that says a model's range. */
export const GET: APIRoute<{ model: ReleasedModel }> = ({ props: { model } }) =>
  new Response(badgeSvg(badgeOf(model)));

import type { APIRoute, GetStaticPaths } from 'astro';
import { badgeOf, badgeSvg } from '../../components/sharing/badge.ts';
import { currentRelease } from '../../release/current-release.ts';
import { modelJsonName } from '../../release/model-json-path.ts';
import type { ReleasedModel } from '../../release/release.ts';

export const getStaticPaths: GetStaticPaths = () =>
  currentRelease().release.models.map((model) => ({
    params: { id: modelJsonName(model.id) },
    props: { model },
  }));

/** A badge that says a model's range. */
export const GET: APIRoute<{ model: ReleasedModel }> = ({ props: { model } }) =>
  new Response(badgeSvg(badgeOf(model)));

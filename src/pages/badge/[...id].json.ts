import type { APIRoute, GetStaticPaths } from 'astro';
import { badgeOf } from '../../published/badge.ts';
import { modelJsonName } from '../../published/model-json-path.ts';
import { currentRelease } from '../../release/current.ts';
import type { ReleasedModel } from '../../release/release.ts';

export const getStaticPaths: GetStaticPaths = () =>
  currentRelease().release.models.map((model) => ({
    params: { id: modelJsonName(model.id) },
    props: { model },
  }));

/** The same for shields.io, as its endpoint badges ask. */
export const GET: APIRoute<{ model: ReleasedModel }> = ({ props: { model } }) =>
  new Response(`${JSON.stringify({ schemaVersion: 1, ...badgeOf(model) })}\n`);

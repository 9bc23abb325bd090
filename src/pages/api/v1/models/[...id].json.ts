import type { APIRoute, GetStaticPaths } from 'astro';
import { ABOUT, wholeModelJson } from '../../../../published/index-json.ts';
import { modelJsonName } from '../../../../published/model-json-path.ts';
import { currentRelease } from '../../../../release/current.ts';
import type { ReleasedModel } from '../../../../release/release.ts';

export const getStaticPaths: GetStaticPaths = () =>
  currentRelease().release.models.map((model) => ({
    params: { id: modelJsonName(model.id) },
    props: { model },
  }));

export const GET: APIRoute<{ model: ReleasedModel }> = ({ props: { model } }) => {
  const { release } = currentRelease();
  const { methodVersion } = release;
  const about = { release: release.release, methodVersion, ...ABOUT };
  return new Response(`${JSON.stringify({ ...about, ...wholeModelJson(model) }, null, 1)}\n`);
};

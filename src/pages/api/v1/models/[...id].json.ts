import type { APIRoute, GetStaticPaths } from 'astro';
import { currentRelease } from '../../../../release/current-release.ts';
import { ABOUT, wholeModelJson } from '../../../../release/index-json.ts';
import { modelJsonName } from '../../../../release/model-json-path.ts';
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

import type { APIRoute, GetStaticPaths } from 'astro';
import type { PublishedFile, Publishing } from '../../../published/api-file.ts';
import { type GoneModel, leftModels } from '../../../published/archive/history.ts';
import { PUBLISHED_FILES } from '../../../published/files.ts';
import { leftModelJson } from '../../../published/left-model-json.ts';
import { modelJsonPath } from '../../../published/model-json-path.ts';
import { currentRelease } from '../../../release/current.ts';
import { siteOf } from '../../../site.ts';

const FOLDER = '/api/v1/';

type Props =
  | { published: PublishedFile; name: string; left?: never }
  | { left: GoneModel; published?: never };

/** Every published file, of those that are many each; and the last ones of models that have left the list. */
export const getStaticPaths = (() => [
  ...PUBLISHED_FILES.flatMap((published) =>
    (published.names?.(currentRelease()) ?? ['']).map((name) => ({
      params: { file: published.path.replace(/\{\w+\}/, name).slice(FOLDER.length) },
      props: { published, name } satisfies Props,
    })),
  ),
  ...leftModels().map((left) => ({
    params: { file: modelJsonPath(left.model.id).slice(FOLDER.length) },
    props: { left } satisfies Props,
  })),
]) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props, site }) => {
  if (props.left !== undefined) return Response.json(leftModelJson(props.left));
  const { published, name } = props;
  const publishing: Publishing = { ...currentRelease(), site: siteOf(site) };
  return new Response(await published.write(publishing, name), {
    headers: { 'Content-Type': published.mediaType },
  });
};

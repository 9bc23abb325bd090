import type { APIRoute, GetStaticPaths } from 'astro';
import type { PublishedFile, Publishing } from '../../../published/api-file.ts';
import { PUBLISHED_FILES } from '../../../published/files.ts';
import { currentRelease } from '../../../release/current.ts';
import { siteOf } from '../../../site.ts';

const FOLDER = '/api/v1/';

interface Props {
  published: PublishedFile;
  name: string;
}

/** Every published file, of those that are many each. */
export const getStaticPaths = (() =>
  PUBLISHED_FILES.flatMap((published) =>
    (published.names?.(currentRelease()) ?? ['']).map((name) => ({
      params: { file: published.path.replace(/\{\w+\}/, name).slice(FOLDER.length) },
      props: { published, name } satisfies Props,
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { published, name }, site }) => {
  const publishing: Publishing = { ...currentRelease(), site: siteOf(site) };
  return new Response(await published.write(publishing, name), {
    headers: { 'Content-Type': published.mediaType },
  });
};

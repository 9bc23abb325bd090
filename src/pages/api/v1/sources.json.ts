import type { APIRoute } from 'astro';
import { fileHeader } from '../../../published/file-header.ts';
import { currentRelease } from '../../../release/current.ts';

/** Every document and data set that figures rest on, by its id. */
export const GET: APIRoute = () => {
  const { data, release } = currentRelease();
  const about = fileHeader(release, {
    title: 'Every document and data set that figures rest on',
    unit: 'none; licence is that of the source, read says how it was read',
  });
  return new Response(`${JSON.stringify({ ...about, sources: data.sources }, null, 1)}\n`);
};

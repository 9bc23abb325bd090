import type { APIRoute } from 'astro';
import { fileHeader } from '../../../published/file-header.ts';
import { readReleaseList } from '../../../release/archive.ts';
import { currentRelease } from '../../../release/current.ts';

/** Every archived release, the latest first, with its address and the hashes of its files. */
export const GET: APIRoute = () => {
  const about = fileHeader(currentRelease().release, {
    title: 'Every archived release',
    unit: 'bytes of each file; estimated and notEstimated count entries of OpenRouter’s list',
  });
  const releases = readReleaseList(process.cwd())
    .toReversed()
    .map((record) => ({ ...record, address: `/releases/${record.release}/` }));
  return new Response(`${JSON.stringify({ ...about, releases }, null, 1)}\n`);
};

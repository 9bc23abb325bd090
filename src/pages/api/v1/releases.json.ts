import type { APIRoute } from 'astro';
import { readReleaseList } from '../../../release/archive.ts';
import { currentRelease } from '../../../release/current-release.ts';
import { fileHeader } from '../../../release/file-header.ts';

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

import * as z from 'zod';
import { ArchivedRelease, readReleaseList } from '../release/archive.ts';
import { jsonFile } from './api-file.ts';
import { HEADER } from './parts.ts';

export const ReleasesFile = z.strictObject({
  ...HEADER,
  releases: z
    .array(ArchivedRelease.extend({ address: z.string().describe('Where the release stays') }))
    .describe('The latest first'),
});

export const RELEASES = jsonFile({
  name: 'releases',
  holds: 'Every archived release with the hashes of its files',
  about: {
    title: 'Every archived release',
    unit: 'bytes of each file; estimated and notEstimated count entries of OpenRouter’s list',
  },
  readable: true,
  schema: ReleasesFile,
  object: () => ({
    releases: readReleaseList(process.cwd())
      .toReversed()
      .map((record) => ({ ...record, address: `/releases/${record.release}/` })),
  }),
});

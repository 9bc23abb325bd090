import type { APIRoute } from 'astro';
import { csvMetadata } from '../../../api/csv-metadata.ts';
import { currentRelease } from '../../../release/current-release.ts';
import { indexCsv } from '../../../release/index-csv.ts';
import { ABOUT } from '../../../release/index-json.ts';

/** What the columns of index.csv are. */
export const GET: APIRoute = () => {
  const csv = indexCsv(currentRelease().release);
  return new Response(`${JSON.stringify(csvMetadata(csv, ABOUT.licence), null, 1)}\n`);
};

import type { APIRoute } from 'astro';
import { csvMetadata } from '../../../published/csv-metadata.ts';
import { indexCsv } from '../../../published/index-csv.ts';
import { ABOUT } from '../../../published/index-json.ts';
import { currentRelease } from '../../../release/current.ts';

/** What the columns of index.csv are. */
export const GET: APIRoute = () => {
  const csv = indexCsv(currentRelease().release);
  return new Response(`${JSON.stringify(csvMetadata(csv, ABOUT.licence), null, 1)}\n`);
};

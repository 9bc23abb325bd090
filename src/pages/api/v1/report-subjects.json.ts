import type { APIRoute } from 'astro';
import { currentReportSubjects } from '../../../release/report/current-reports.ts';
import { siteOf } from '../../../site.ts';

/** What the calculator writes into reports of a reader's own tokens. */
export const GET: APIRoute = ({ site }) =>
  new Response(`${JSON.stringify(currentReportSubjects(siteOf(site)))}\n`);

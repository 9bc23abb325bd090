import type { APIRoute } from 'astro';
import { archivedCsvRow } from '../../published/archive/archived-row.ts';
import { currentReport } from '../../published/report/current-reports.ts';
import { siteOf } from '../../site.ts';
import { spreadsheetCsv } from '../../text/spreadsheet-csv.ts';
import { type ReportOf, reportPaths } from '../_model-paths.ts';

export const getStaticPaths = reportPaths;

/** A model's rows for a sustainability report; of one that has left the list its last row of the index. */
export const GET: APIRoute<ReportOf> = ({ props: { model, left }, site }) =>
  new Response(
    model === undefined
      ? archivedCsvRow(left)
      : spreadsheetCsv(currentReport(model, siteOf(site)).rows),
  );

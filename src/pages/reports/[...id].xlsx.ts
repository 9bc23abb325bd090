import type { APIRoute } from 'astro';
import { archivedRow } from '../../published/archive/archived-row.ts';
import { currentReport } from '../../published/report/current-reports.ts';
import { workbook, XLSX } from '../../published/workbook.ts';
import { currentRelease } from '../../release/current.ts';
import { siteOf } from '../../site.ts';
import { type ReportOf, reportPaths } from '../_model-paths.ts';

export const getStaticPaths = reportPaths;

/** The same rows for spreadsheets of any language. */
export const GET: APIRoute<ReportOf> = async ({ props: { model, left }, site }) => {
  const rows = model === undefined ? archivedRow(left) : currentReport(model, siteOf(site)).rows;
  const columns = Object.keys(rows[0] ?? {});
  const day = left?.last.date ?? currentRelease().release.date;
  const { name } = model ?? left.model;
  return new Response(await workbook(name, day, [{ name: 'Report', columns, rows }]), {
    headers: { 'Content-Type': XLSX },
  });
};

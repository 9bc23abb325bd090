import type { APIRoute } from 'astro';
import { leftModelJson } from '../../published/left-model-json.ts';
import { currentReport } from '../../published/report/current-reports.ts';
import { siteOf } from '../../site.ts';
import { type ReportOf, reportPaths } from '../_model-paths.ts';

export const getStaticPaths = reportPaths;

/** The same as JSON, with a text that can go into a report. */
export const GET: APIRoute<ReportOf> = ({ props: { model, left }, site }) => {
  const report = model === undefined ? leftModelJson(left) : currentReport(model, siteOf(site));
  return new Response(`${JSON.stringify(report, null, 1)}\n`);
};

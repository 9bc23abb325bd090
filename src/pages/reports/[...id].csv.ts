import type { APIRoute } from 'astro';
import { currentReport } from '../../published/report/current-reports.ts';
import { reportCsv } from '../../published/report/report-of-model.ts';
import { siteOf } from '../../site.ts';
import { modelPaths, type OfModel } from '../_model-paths.ts';

export const getStaticPaths = modelPaths;

/** A model's rows for a sustainability report. */
export const GET: APIRoute<OfModel> = ({ props: { model }, site }) =>
  new Response(reportCsv(currentReport(model, siteOf(site)).rows));

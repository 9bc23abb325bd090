import type { APIRoute } from 'astro';
import { currentReport } from '../../published/report/current-reports.ts';
import { siteOf } from '../../site.ts';
import { modelPaths, type OfModel } from '../_model-paths.ts';

export const getStaticPaths = modelPaths;

/** The same as JSON, with a text that can go into a report. */
export const GET: APIRoute<OfModel> = ({ props: { model }, site }) =>
  new Response(`${JSON.stringify(currentReport(model, siteOf(site)), null, 1)}\n`);

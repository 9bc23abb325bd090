import type { APIRoute, GetStaticPaths } from 'astro';
import { currentRelease } from '../../release/current.ts';
import { modelJsonName } from '../../published/model-json-path.ts';
import type { ReleasedModel } from '../../release/release.ts';
import { currentReport } from '../../published/report/current-reports.ts';
import { siteOf } from '../../site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  currentRelease().release.models.map((model) => ({
    params: { id: modelJsonName(model.id) },
    props: { model },
  }));

/** The same as JSON, with a text that can go into a report. */
export const GET: APIRoute<{ model: ReleasedModel }> = ({ props: { model }, site }) =>
  new Response(`${JSON.stringify(currentReport(model, siteOf(site)), null, 1)}\n`);

import type { APIRoute } from 'astro';
import { fileHeader } from '../../../published/file-header.ts';
import { currentReportSubjects } from '../../../published/report/current-reports.ts';
import { currentRelease } from '../../../release/current.ts';
import { siteOf } from '../../../site.ts';

/** What the calculator writes into reports of a reader's own tokens. */
export const GET: APIRoute = ({ site }) => {
  const about = fileHeader(currentRelease().release, {
    title: 'What a report on a model’s use names beside its figures',
    unit: 'gridGramsPerKilowattHour in gCO2e per kWh, 5th, 50th and 95th percentile',
    licence: 'CC-BY-4.0; gridGramsPerKilowattHour: Electricity Maps, ODbL-1.0; names: OpenRouter',
  });
  return new Response(`${JSON.stringify({ ...about, ...currentReportSubjects(siteOf(site)) })}\n`);
};

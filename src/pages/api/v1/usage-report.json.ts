import type { APIRoute } from 'astro';
import { currentUsageReport } from '../../../release/usage-report.ts';
import { usageReportJson } from '../../../release/usage-report-json.ts';

/** What a week of OpenRouter's visible traffic emits, as a file. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(usageReportJson(currentUsageReport()))}\n`);

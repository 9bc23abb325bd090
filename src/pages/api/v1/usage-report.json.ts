import type { APIRoute } from 'astro';
import { usageReportJson } from '../../../published/usage-report.ts';
import { currentUsageReport } from '../../../release/current.ts';

/** What a week of OpenRouter's visible traffic emits, as a file. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(usageReportJson(currentUsageReport()))}\n`);

import type { APIRoute } from 'astro';
import { currentRelease } from '../../../release/current-release.ts';
import { requestsJson } from '../../../release/requests-json.ts';
import { currentUsageReport } from '../../../release/usage-report.ts';

/** The requests that figures can be asked for, and how long a one each model can answer. */
export const GET: APIRoute = () => {
  const { release, data } = currentRelease();
  return new Response(`${JSON.stringify(requestsJson(release, currentUsageReport(), data))}\n`);
};

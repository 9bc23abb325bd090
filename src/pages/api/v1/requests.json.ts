import type { APIRoute } from 'astro';
import { requestsJson } from '../../../published/requests.ts';
import { currentRelease } from '../../../release/current-release.ts';
import { currentUsageReport } from '../../../release/usage-report.ts';

/** The requests that figures can be asked for, and how long a one each model can answer. */
export const GET: APIRoute = () => {
  const { release, data } = currentRelease();
  return new Response(`${JSON.stringify(requestsJson(release, currentUsageReport(), data))}\n`);
};

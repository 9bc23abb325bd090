import type { APIRoute } from 'astro';
import { requestsJson } from '../../../published/requests.ts';
import { currentRelease, currentUsageReport } from '../../../release/current.ts';

/** The requests that figures can be asked for, and how long a one each model can answer. */
export const GET: APIRoute = () => {
  const { release, data } = currentRelease();
  return new Response(`${JSON.stringify(requestsJson(release, currentUsageReport(), data))}\n`);
};

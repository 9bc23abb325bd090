import type { APIRoute } from 'astro';
import { currentRelease } from '../../../release/current-release.ts';
import { ABOUT } from '../../../release/index-json.ts';
import { hostJson } from '../../../release/served-json.ts';

/** Every host with what is known of it, and how. */
export const GET: APIRoute = () => {
  const { release } = currentRelease();
  const { methodVersion, hosts } = release;
  const about = { release: release.release, methodVersion, licence: ABOUT.licence };
  return new Response(`${JSON.stringify({ ...about, hosts: hosts.map(hostJson) }, null, 1)}\n`);
};

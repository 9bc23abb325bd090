import type { APIRoute } from 'astro';
import { currentRelease } from '../../../release/current-release.ts';
import { packagedReleaseOf } from '../../../release/packaged-release-of.ts';

/** All that a program needs to compute with this release, in one file. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(packagedReleaseOf(currentRelease()))}\n`);

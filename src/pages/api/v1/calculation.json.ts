import type { APIRoute } from 'astro';
import { packagedReleaseOf } from '../../../published/calculation.ts';
import { currentRelease } from '../../../release/current.ts';

/** All that a program needs to compute with this release, in one file. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(packagedReleaseOf(currentRelease()))}\n`);

import type { APIRoute } from 'astro';
import { methodOf } from '../../../catalog/method.ts';
import { fileHeader } from '../../../published/file-header.ts';
import { currentRelease } from '../../../release/current.ts';

/** Every constant of the estimate, as the core reads it. */
export const GET: APIRoute = () => {
  const { data, release } = currentRelease();
  const about = fileHeader(release, {
    title: 'Every constant of the method, as the estimation reads it',
    unit: 'as the name of each field says; sdLn is the standard deviation of the natural logarithm',
  });
  const file = { ...about, method: methodOf(data.factors) };
  return new Response(`${JSON.stringify(file, null, 1)}\n`);
};

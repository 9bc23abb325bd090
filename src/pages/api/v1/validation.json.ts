import type { APIRoute } from 'astro';
import { currentValidation } from '../../../calibration/validation/current-validation.ts';
import { currentRelease } from '../../../release/current-release.ts';

export const GET: APIRoute = () => {
  const { release, methodVersion } = currentRelease().release;
  const about = {
    release,
    methodVersion,
    unit: 'joules per output token, accelerators alone, prefill folded in; shares of 1',
    licence: 'CC-BY-4.0; measurements: ML.ENERGY, Apache-2.0',
  };
  return new Response(`${JSON.stringify({ ...about, ...currentValidation() }, null, 1)}\n`);
};

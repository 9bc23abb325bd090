import type { APIRoute } from 'astro';
import { fileHeader } from '../../../published/file-header.ts';
import { currentRelease } from '../../../release/current.ts';
import { currentValidation } from '../../../release/current-validation.ts';

export const GET: APIRoute = () => {
  const about = fileHeader(currentRelease().release, {
    title: 'The estimates against measurements and published figures',
    unit: 'joules per output token, accelerators alone, prefill folded in; shares of 1',
    licence: 'CC-BY-4.0; measurements: ML.ENERGY, Apache-2.0',
  });
  return new Response(`${JSON.stringify({ ...about, ...currentValidation() }, null, 1)}\n`);
};

import type { APIRoute } from 'astro';
import { estimationInputsOf } from '../../../published/estimation-inputs.ts';
import { fileHeader } from '../../../published/file-header.ts';
import { currentRelease } from '../../../release/current.ts';

/** What every model is estimated from: with method.json, enough to repeat each figure. */
export const GET: APIRoute = () => {
  const { release } = currentRelease();
  const about = fileHeader(release, {
    title: 'What every model is estimated from',
    unit: 'parameters in billions; share as a fraction; gridGramsPerKilowattHour in gCO2e per kWh; water in litres per kWh; prices in USD per million tokens',
    licence: 'CC-BY-4.0; gridGramsPerKilowattHour: Electricity Maps, ODbL-1.0; prices: OpenRouter',
  });
  return new Response(`${JSON.stringify({ ...about, ...estimationInputsOf(release) })}\n`);
};

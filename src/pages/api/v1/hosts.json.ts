import type { APIRoute } from 'astro';
import { fileHeader } from '../../../published/file-header.ts';
import { hostJson } from '../../../published/hosts.ts';
import { currentRelease } from '../../../release/current.ts';

/** Every host with what is known of it, and how. */
export const GET: APIRoute = () => {
  const { release } = currentRelease();
  const about = fileHeader(release, {
    title: 'Every host of OpenRouter’s list, with what is known of it',
    unit: 'share as a fraction; gridGramsPerKilowattHour in gCO2e per kWh; powerUsageEffectiveness as a ratio; waterOnSiteLitresPerKilowattHour in litres per kWh of server energy',
    licence: 'CC-BY-4.0; gridGramsPerKilowattHour: Electricity Maps, ODbL-1.0; names: OpenRouter',
  });
  const hosts = release.hosts.map(hostJson);
  return new Response(`${JSON.stringify({ ...about, hosts }, null, 1)}\n`);
};

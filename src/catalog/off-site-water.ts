import * as z from 'zod';
import type { Triangular } from '../estimation/distributions.ts';
import { countryOf } from './country.ts';
import { offSiteLitresPerKilowattHour, spreadFactor } from './plausible-factors.ts';
import { CountryCode } from './snapshot.ts';
import { HowKnown, SourceId } from './source.ts';

/** Water that power plants and reservoirs consume: the record of data/factors/off-site-water.yaml. */

/** Its path from the project's root. */
export const OFF_SITE_WATER_FILE = 'data/factors/off-site-water.yaml';

/** data/factors/off-site-water.yaml, litres consumed per kWh generated. */
export const OffSiteWaterFile = z.strictObject({
  /** Used where a country has no figure of its own. */
  world: z.strictObject({ litresPerKilowattHour: offSiteLitresPerKilowattHour }),
  countries: z.record(CountryCode, offSiteLitresPerKilowattHour),
  /** Low bound over the figure: what is left if hydropower consumes nothing. */
  lowShare: z.number().positive().max(1),
  /** High bound over the figure: all evaporation from reservoirs is counted as hydropower's. */
  highShare: spreadFactor,
  how: HowKnown,
  sources: z.array(SourceId).min(1),
  note: z.string(),
});
export type OffSiteWaterFile = z.infer<typeof OffSiteWaterFile>;

/**
 * Litres consumed per kWh generated for a zone of Electricity Maps, which begins with the code of
 * its country (US-MIDA-PJM). The world's figure where the country has none.
 */
export function offSiteWater(zone: string, file: OffSiteWaterFile): Triangular {
  const country = countryOf(zone);
  const central = file.countries[country] ?? file.world.litresPerKilowattHour;
  return { low: central * file.lowShare, central, high: central * file.highShare };
}

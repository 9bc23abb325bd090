import { countryName, countryOf } from '../../../catalog/country.ts';
import { type OffSiteWaterFile, offSiteWater } from '../../../catalog/off-site-water.ts';
import { triangularQuantile } from '../../../estimation/distributions.ts';
import { RANGE_PERCENTILES, type Range } from '../../../estimation/ranges.ts';
import type { GridInUse } from '../../../release/grids-in-use.ts';

/** Water of the electricity in one country, litres per kWh of the facility. */
export interface CountryWater {
  name: string;
  range: Range;
  /** Mean over all models of the share of each that is served there. */
  share: number;
}

const AT_EACH_END = 3;
const OF_MOST_SERVING = 4;

/**
 * The countries that matter for water of electricity: those with the least and the most of it among
 * the grids in use, and those that carry most of the serving. Least water first. Countries without a
 * figure of their own appear together as the world's mean.
 */
export function waterOfCountries(
  grids: readonly GridInUse[],
  file: OffSiteWaterFile,
): CountryWater[] {
  const countries = [
    ...Map.groupBy(grids, ({ zone }) => {
      const country = countryOf(zone);
      return country in file.countries ? country : '';
    }),
  ]
    .map(([country, within]) => ({
      name: country === '' ? worldText(within) : countryName(country),
      range: percentilesOf(country, file),
      share: within.reduce((sum, { share }) => sum + share, 0),
    }))
    .toSorted((a, b) => a.range.central - b.range.central);
  const served = countries.toSorted((a, b) => b.share - a.share).slice(0, OF_MOST_SERVING);
  return countries.filter(
    (country, index) =>
      index < AT_EACH_END || index >= countries.length - AT_EACH_END || served.includes(country),
  );
}

function worldText(grids: readonly GridInUse[]): string {
  const names = [...new Set(grids.map(({ zone }) => countryName(countryOf(zone))))];
  return `World, for ${new Intl.ListFormat('en').format(names)}`;
}

function percentilesOf(zone: string, file: OffSiteWaterFile): Range {
  const water = offSiteWater(zone, file);
  return {
    low: triangularQuantile(RANGE_PERCENTILES.low, water),
    central: triangularQuantile(RANGE_PERCENTILES.central, water),
    high: triangularQuantile(RANGE_PERCENTILES.high, water),
  };
}

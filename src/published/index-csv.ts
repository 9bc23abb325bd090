import Papa from 'papaparse';
import type { Range } from '../estimation/ranges.ts';
import { rounded } from '../library/rounding.ts';
import type { Release, ReleasedModel } from '../release/release.ts';
import { ABOUT } from './index-json.ts';
import type { PublishedFile } from './published-file.ts';

/**
 * The index as CSV, one row per model, units in the header. Text that a spreadsheet would run as a
 * formula is given a leading apostrophe; lines end as RFC 4180 asks.
 */
export function indexCsv({ release, methodVersion, models }: Release): string {
  const rows = models.map((model) => ({
    ...attributes(model),
    ...columns('output', model.perThousandOutputTokens),
    ...columns('input', model.perThousandInputTokens),
    ...columns('cached_input', model.perThousandCachedInputTokens),
    release,
    method_version: methodVersion,
  }));
  return `${Papa.unparse(rows, { escapeFormulae: true })}\r\n`;
}

function attributes({ id, name, maker, tier, evidence, weights, listed, served }: ReleasedModel) {
  return {
    id,
    name,
    maker,
    tier,
    evidence,
    weights,
    hosts: [...new Set(served.endpoints.map(({ host }) => host.slug || host.name))].join(' '),
    grid_gCO2e_per_kWh_low_p5: rounded(served.gridGramsPerKilowattHour.low),
    grid_gCO2e_per_kWh_central_p50: rounded(served.gridGramsPerKilowattHour.central),
    grid_gCO2e_per_kWh_high_p95: rounded(served.gridGramsPerKilowattHour.high),
    list_price_input_usd_per_million_tokens: listed.prices.inputUsdPerMillionTokens ?? '',
    list_price_output_usd_per_million_tokens: listed.prices.outputUsdPerMillionTokens ?? '',
    context_tokens: listed.contextTokens ?? '',
  };
}

function columns(
  tokens: string,
  estimate: { gramsCO2e: Range; wattHours: Range; millilitresWater: Range },
): Record<string, number> {
  const quantities: [string, Range][] = [
    ['gCO2e', estimate.gramsCO2e],
    ['Wh', estimate.wattHours],
    ['mL_water', estimate.millilitresWater],
  ];
  return Object.fromEntries(
    quantities.flatMap(([unit, { low, central, high }]) => [
      [`${tokens}_${unit}_per_1k_tokens_low_p5`, rounded(low)],
      [`${tokens}_${unit}_per_1k_tokens_central_p50`, rounded(central)],
      [`${tokens}_${unit}_per_1k_tokens_high_p95`, rounded(high)],
    ]),
  );
}

export const INDEX_CSV: PublishedFile = {
  path: '/api/v1/index.csv',
  example: '/api/v1/index.csv',
  holds: 'The same figures as a table, one row per model, units in the header',
  mediaType: 'text/csv',
  licence: ABOUT.licence,
  write: ({ release }) => indexCsv(release),
};

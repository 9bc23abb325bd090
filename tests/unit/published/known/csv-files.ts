import Papa from 'papaparse';
import { currentRelease } from '../../../../src/release/current.ts';
import type { ReleasedModel } from '../../../../src/release/release.ts';
import { four } from '../written.ts';
import { hostsOf } from './index-files.ts';
import { CC_BY, type KnownFiles } from './known-file.ts';

const { release } = currentRelease();

/** A column of index.csv: what it holds of a model, and how its metadata describe it. */
interface Column {
  value: (model: ReleasedModel) => string | number | undefined;
  describes: RegExp;
  datatype: 'string' | 'number' | 'integer';
}

const text = (describes: RegExp, value: Column['value']): Column => ({
  value,
  describes,
  datatype: 'string',
});
const number = (describes: RegExp, value: Column['value']): Column => ({
  value,
  describes,
  datatype: 'number',
});

const PERCENTILES = [
  ['low_p5', 'low', '5th'],
  ['central_p50', 'central', '50th'],
  ['high_p95', 'high', '95th'],
] as const;
const TOKENS = [
  ['output', 'perThousandOutputTokens'],
  ['input', 'perThousandInputTokens'],
  ['cached_input', 'perThousandCachedInputTokens'],
] as const;
const QUANTITIES = [
  ['gCO2e', 'gramsCO2e', 'gCO2e \\(GWP100\\) per 1000 tokens'],
  ['Wh', 'wattHours', 'facility electricity, Wh per 1000 tokens'],
  ['mL_water', 'millilitresWater', 'water consumed, mL per 1000 tokens'],
] as const;

/** Every column in its order. */
const COLUMNS: Readonly<Record<string, Column>> = {
  id: text(/^OpenRouter’s id/, ({ id }) => id),
  name: text(/^name$/, ({ name }) => name),
  maker: text(/^maker$/, ({ maker }) => maker),
  tier: text(/^tier$/, ({ tier }) => tier),
  evidence: text(/^evidence$/, ({ evidence }) => evidence),
  weights: text(/^weights$/, ({ weights }) => weights),
  hosts: text(/^slugs of the hosts/, (model) => hostsOf(model).join(' ')),
  ...Object.fromEntries(
    PERCENTILES.map(([end, percentile, nth]) => [
      `grid_gCO2e_per_kWh_${end}`,
      number(new RegExp(`grids it is served on, gCO2e per kWh, ${nth} percentile$`), ({ served }) =>
        four(served.gridGramsPerKilowattHour[percentile]),
      ),
    ]),
  ),
  list_price_input_usd_per_million_tokens: number(
    /^list price, USD per million tokens$/,
    ({ listed }) => listed.prices.inputUsdPerMillionTokens,
  ),
  list_price_output_usd_per_million_tokens: number(
    /^list price, USD per million tokens$/,
    ({ listed }) => listed.prices.outputUsdPerMillionTokens,
  ),
  context_tokens: {
    value: ({ listed }) => listed.contextTokens,
    describes: /^longest context, tokens$/,
    datatype: 'integer',
  },
  ...Object.fromEntries(
    TOKENS.flatMap(([kind, tokens]) =>
      QUANTITIES.flatMap(([unit, quantity, describes]) =>
        PERCENTILES.map(([end, percentile, nth]) => [
          `${kind}_${unit}_per_1k_tokens_${end}`,
          number(new RegExp(`^${describes}, ${nth} percentile$`), (model) =>
            four(model[tokens][quantity][percentile]),
          ),
        ]),
      ),
    ),
  ),
  release: text(/^release$/, () => release.release),
  method_version: text(/^method version$/, () => release.methodVersion),
};

export const CSV_FILES: KnownFiles = {
  '/api/v1/index.csv': {
    read: (csv) => Papa.parse(csv, { header: true, skipEmptyLines: true, newline: '\r\n' }).data,
    expected: () =>
      release.models.map((model) =>
        Object.fromEntries(
          Object.entries(COLUMNS).map(([name, { value }]) => [name, String(value(model) ?? '')]),
        ),
      ),
  },
  '/api/v1/index.csv-metadata.json': {
    expected: () => ({
      '@context': 'http://www.w3.org/ns/csvw',
      url: 'index.csv',
      'dc:title': /\w/,
      'dc:license': 'https://creativecommons.org/licenses/by/4.0/',
      'dc:rights': CC_BY,
      'dc:source': /LLM Carbon Index/,
      dialect: { lineTerminators: ['\r\n'], header: true },
      tableSchema: {
        columns: Object.entries(COLUMNS).map(([name, { datatype, describes }]) => ({
          name,
          titles: name,
          datatype,
          'dc:description': describes,
        })),
        primaryKey: 'id',
      },
    }),
  },
};

import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { currentRelease } from '../../../../src/release/current.ts';
import type { ReleasedModel } from '../../../../src/release/release.ts';
import { SITE } from '../routes.ts';
import { four } from '../written.ts';
import { CC_BY, type KnownFiles } from './known-file.ts';

const { release } = currentRelease();

/** A column of index.csv: what it holds of a model, and how its metadata describe it. */
interface Column {
  value: (model: ReleasedModel) => string | number | undefined;
  describes: RegExp;
  datatype: 'string' | 'number' | 'integer' | 'boolean';
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
  ['output', 'perThousandOutputTokens', 'per 1000 output tokens'],
  ['input', 'perThousandInputTokens', 'per 1000 input tokens'],
  ['cached_input', 'perThousandCachedInputTokens', 'per 1000 cached input tokens'],
] as const;
const QUANTITIES = [
  [
    'gCO2e',
    'gramsCO2e',
    'facility electricity and making of the hardware, location-based and lifecycle, gCO2e \\(GWP100\\)',
  ],
  ['Wh', 'wattHours', 'facility electricity, Wh'],
  ['mL_water', 'millilitresWater', 'water consumed on site and for electricity, mL'],
] as const;

/** Every column in its order. */
const COLUMNS: Readonly<Record<string, Column>> = {
  id: text(/^OpenRouter’s id/, ({ id }) => id),
  name: text(/^its name on OpenRouter’s list$/, ({ name }) => name),
  maker: text(/^who makes it/, ({ maker }) => maker),
  tier: text(/^number of the evidence: 1, 2a, 2b or 3$/, ({ tier }) => tier),
  evidence: text(
    /^what is known of it: measured, architecture, parameters or price$/,
    ({ evidence }) => evidence,
  ),
  weights: text(/weights are open, closed or unknown$/, ({ weights }) => weights),
  hosts: text(/^slugs of the hosts that serve it, or are assumed to/, ({ served }) => {
    // A model of a host that nobody knows has none.
    const slugs = served.endpoints.map(({ host }) => host.slug).filter(Boolean);
    return slugs.length === 0 ? undefined : [...new Set(slugs)].join(' ');
  }),
  hosts_listed: {
    value: ({ served }) => (served.listed ? 'true' : 'false'),
    describes: /^true where OpenRouter lists these hosts, false where one is assumed$/,
    datatype: 'boolean',
  },
  ...Object.fromEntries(
    PERCENTILES.map(([end, percentile, nth]) => [
      `grid_gCO2e_per_kWh_${end}`,
      number(new RegExp(`grids it is served on, gCO2e per kWh, ${nth} percentile$`), ({ served }) =>
        four(served.gridGramsPerKilowattHour[percentile]),
      ),
    ]),
  ),
  list_price_input_usd_per_million_tokens: number(
    /^list price, USD per million input tokens$/,
    ({ listed }) => listed.prices.inputUsdPerMillionTokens,
  ),
  list_price_output_usd_per_million_tokens: number(
    /^list price, USD per million output tokens$/,
    ({ listed }) => listed.prices.outputUsdPerMillionTokens,
  ),
  context_tokens: {
    value: ({ listed }) => listed.contextTokens,
    describes: /^longest context, tokens$/,
    datatype: 'integer',
  },
  ...Object.fromEntries(
    TOKENS.flatMap(([kind, tokens, said]) =>
      QUANTITIES.flatMap(([unit, quantity, describes]) =>
        PERCENTILES.map(([end, percentile, nth]) => [
          `${kind}_${unit}_per_1k_tokens_${end}`,
          number(
            new RegExp(`^${describes} ${said} of its own tokenizer, ${nth} percentile$`),
            (model) => four(model[tokens][quantity][percentile]),
          ),
        ]),
      ),
    ),
  ),
  release: text(/^release$/, () => release.release),
  method_version: text(/^method version$/, () => release.methodVersion),
};

/** What the workbook has besides. */
const STANDING = ['emission_class', 'emission_classes', 'rank_low', 'rank_high'];

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
  '/api/v1/index.xlsx': {
    readBytes: async (bytes) =>
      (await readXlsx(bytes)).sheets.map(({ name, rows }) => [name, rows]),
    expected: () => [
      [
        'Index',
        [
          [...Object.keys(COLUMNS), ...STANDING],
          // Numbers are numbers, and what looks like a date or a formula is the text that it is.
          ...release.models.map((model) => [
            ...Object.values(COLUMNS).map(({ value }) => value(model) ?? null),
            model.emissionClass.place,
            model.emissionClass.of,
            model.ranks.outputGramsCO2e.low,
            model.ranks.outputGramsCO2e.high,
          ]),
        ],
      ],
      [
        'Columns',
        [
          ['column', 'means'],
          ...Object.entries(COLUMNS).map(([name, { describes }]) => [name, describes]),
          ['emission_class', /^class by gCO2e per output token, 1 emits least$/],
          ['emission_classes', /classes/],
          ['rank_low', /^lowest rank by gCO2e per output token in nine of ten/],
          ['rank_high', /^highest rank by gCO2e per output token in nine of ten/],
        ],
      ],
      [
        'About',
        [
          ['field', 'says'],
          ['title', 'LLM Carbon Index'],
          ['release', release.release],
          ['day of the model list', release.date],
          ['version of the method', release.methodVersion],
          ['address', new URL(`/releases/${release.release}/`, SITE).href],
          ['unit', /g CO2e.*Wh.*mL/],
          ['range', /5th, 50th and 95th percentile/],
          ['boundary', /embodied/],
          ['licence', CC_BY],
          ['attribution', /LLM Carbon Index.*Electricity Maps.*OpenRouter/],
          ['assurance', /not assured/],
        ],
      ],
    ],
  },
  '/api/v1/index.csv-metadata.json': {
    expected: () => ({
      '@context': 'http://www.w3.org/ns/csvw',
      url: 'index.csv',
      'dc:title': /\w/,
      'dc:description': /5th, 50th and 95th percentile.*context of 4000 tokens/,
      'dc:license': 'https://creativecommons.org/licenses/by/4.0/',
      'dc:rights': CC_BY,
      'dc:source': /LLM Carbon Index/,
      'dc:isPartOf': `release ${release.release}, method ${release.methodVersion}`,
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

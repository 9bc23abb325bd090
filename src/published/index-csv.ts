import type { Range } from '../estimation/ranges.ts';
import { EVIDENCE_TIERS, TIER_NUMBER } from '../estimation/tier.ts';
import { rounded } from '../library/rounding.ts';
import type { Release, ReleasedModel } from '../release/release.ts';
import { type CsvCell, spreadsheetCsv } from '../text/spreadsheet-csv.ts';
import { ATTRIBUTION, CC_BY, jsonText, type PublishedFile } from './api-file.ts';
import { ABOUT } from './index-json.ts';

/** A column of a table of models: its name with the unit, what it means and holds of a model. */
export interface Column {
  name: string;
  datatype: 'string' | 'number' | 'integer' | 'boolean';
  means: string;
  value: (model: ReleasedModel, release: Release) => CsvCell;
}

function listed(choices: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(choices);
}

/** A column of words that its name explains. */
function words(name: string, value: Column['value'], means = name.replaceAll('_', ' ')): Column {
  return { name, datatype: 'string', means, value };
}

/** Low, central and high of a range. */
function ranges(name: string, means: string, of: (model: ReleasedModel) => Range): Column[] {
  const percentile = (end: string, nth: string, value: (range: Range) => number): Column => ({
    name: `${name}_${end}`,
    datatype: 'number',
    means: `${means}, ${nth} percentile`,
    value: (model) => rounded(value(of(model))),
  });
  return [
    percentile('low_p5', '5th', ({ low }) => low),
    percentile('central_p50', '50th', ({ central }) => central),
    percentile('high_p95', '95th', ({ high }) => high),
  ];
}

/** The ranges of a thousand tokens of one kind. */
function thousandTokens(
  kind: string,
  of: (
    model: ReleasedModel,
  ) => Readonly<Record<'gramsCO2e' | 'wattHours' | 'millilitresWater', Range>>,
): Column[] {
  const per = 'per_1k_tokens';
  const tokens = `per 1000 ${kind.replace('_', ' ')} tokens of its own tokenizer`;
  return [
    ...ranges(
      `${kind}_gCO2e_${per}`,
      `facility electricity and making of the hardware, location-based and lifecycle, gCO2e (GWP100) ${tokens}`,
      (model) => of(model).gramsCO2e,
    ),
    ...ranges(
      `${kind}_Wh_${per}`,
      `facility electricity, Wh ${tokens}`,
      (model) => of(model).wattHours,
    ),
    ...ranges(
      `${kind}_mL_water_${per}`,
      `water consumed on site and for electricity, mL ${tokens}`,
      (model) => of(model).millilitresWater,
    ),
  ];
}

function listPrice(kind: 'input' | 'output', value: Column['value']): Column {
  return {
    name: `list_price_${kind}_usd_per_million_tokens`,
    datatype: 'number',
    means: `list price, USD per million ${kind} tokens`,
    value,
  };
}

/** Every column in its order. */
export const COLUMNS: readonly Column[] = [
  words('id', ({ id }) => id, 'OpenRouter’s id, maker/slug'),
  words('name', ({ name }) => name, 'its name on OpenRouter’s list'),
  words('maker', ({ maker }) => maker, 'who makes it, as its id begins'),
  words(
    'tier',
    ({ tier }) => tier,
    `number of the evidence: ${listed(EVIDENCE_TIERS.map((one) => TIER_NUMBER[one]))}`,
  ),
  words('evidence', ({ evidence }) => evidence, `what is known of it: ${listed(EVIDENCE_TIERS)}`),
  words('weights', ({ weights }) => weights, 'whether its weights are open, closed or unknown'),
  words(
    'hosts',
    ({ served }) => [...new Set(served.endpoints.flatMap(({ host }) => host.slug || []))].join(' '),
    'slugs of the hosts that serve it, or are assumed to (hosts_listed), with spaces between; empty where none is known',
  ),
  {
    name: 'hosts_listed',
    datatype: 'boolean',
    means: 'true where OpenRouter lists these hosts, false where one is assumed',
    value: ({ served }) => `${served.listed}`,
  },
  ...ranges(
    'grid_gCO2e_per_kWh',
    'carbon intensity of the grids it is served on, gCO2e per kWh',
    ({ served }) => served.gridGramsPerKilowattHour,
  ),
  listPrice('input', ({ listed }) => listed.prices.inputUsdPerMillionTokens),
  listPrice('output', ({ listed }) => listed.prices.outputUsdPerMillionTokens),
  {
    name: 'context_tokens',
    datatype: 'integer',
    means: 'longest context, tokens',
    value: ({ listed }) => listed.contextTokens,
  },
  ...thousandTokens('output', (model) => model.perThousandOutputTokens),
  ...thousandTokens('input', (model) => model.perThousandInputTokens),
  ...thousandTokens('cached_input', (model) => model.perThousandCachedInputTokens),
  words('release', (_, { release }) => release),
  words('method_version', (_, { methodVersion }) => methodVersion),
];

/** The index as CSV, one row per model, units in the header. */
export function indexCsv(release: Release): string {
  return spreadsheetCsv(
    rowsOf(release, COLUMNS),
    COLUMNS.map(({ name }) => name),
  );
}

/** A row for each model of a release, by these columns. */
export function rowsOf(release: Release, columns: readonly Column[]): Record<string, CsvCell>[] {
  return release.models.map((model) =>
    Object.fromEntries(columns.map(({ name, value }) => [name, value(model, release)])),
  );
}

/** CSV on the Web metadata of index.csv (W3C, https://www.w3.org/TR/tabular-metadata/). */
function indexCsvMetadata({ release, methodVersion }: Release) {
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    url: 'index.csv',
    'dc:title': ABOUT.title,
    'dc:description': `Unit: ${ABOUT.unit}. Range: ${ABOUT.range}. Boundary: ${ABOUT.boundary}. ${ABOUT.notAssured}`,
    'dc:license': 'https://creativecommons.org/licenses/by/4.0/',
    'dc:rights': ABOUT.licence,
    'dc:source': ATTRIBUTION,
    'dc:isPartOf': `release ${release}, method ${methodVersion}`,
    dialect: { lineTerminators: ['\r\n'], header: true },
    tableSchema: {
      columns: COLUMNS.map(({ name, datatype, means }) => ({
        name,
        titles: name,
        datatype,
        'dc:description': means,
      })),
      primaryKey: 'id',
    },
  };
}

export const INDEX_CSV: PublishedFile = {
  path: '/api/v1/index.csv',
  example: '/api/v1/index.csv',
  holds: 'The same figures as a table, one row per model, units in the header',
  mediaType: 'text/csv',
  licence: ABOUT.licence,
  write: ({ release }) => indexCsv(release),
};

export const INDEX_CSV_METADATA: PublishedFile = {
  path: '/api/v1/index.csv-metadata.json',
  example: '/api/v1/index.csv-metadata.json',
  holds: 'What each column of index.csv is, as CSV on the Web metadata',
  mediaType: 'application/csvm+json',
  licence: CC_BY,
  write: ({ release }) => jsonText(indexCsvMetadata(release), true),
};

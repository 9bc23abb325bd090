import Papa from 'papaparse';
import { indexCsv } from './index-csv.ts';
import { ABOUT } from './index-json.ts';
import { ATTRIBUTION, CC_BY, jsonText, type PublishedFile } from './published-file.ts';

/** What kinds of column index.csv has, by the end of their names; the first that fits is meant. */
const COLUMNS: readonly { name: RegExp; datatype: string; means: string }[] = [
  { name: /_gCO2e_per_1k_tokens_/, datatype: 'number', means: 'gCO2e (GWP100) per 1000 tokens' },
  {
    name: /_Wh_per_1k_tokens_/,
    datatype: 'number',
    means: 'facility electricity, Wh per 1000 tokens',
  },
  {
    name: /_mL_water_per_1k_tokens_/,
    datatype: 'number',
    means: 'water consumed, mL per 1000 tokens',
  },
  {
    name: /^grid_gCO2e_per_kWh_/,
    datatype: 'number',
    means: 'carbon intensity of the grids it is served on, gCO2e per kWh',
  },
  {
    name: /_usd_per_million_tokens$/,
    datatype: 'number',
    means: 'list price, USD per million tokens',
  },
  { name: /^context_tokens$/, datatype: 'integer', means: 'longest context, tokens' },
  {
    name: /^hosts$/,
    datatype: 'string',
    means: 'slugs of the hosts that serve it, with spaces between',
  },
  { name: /^id$/, datatype: 'string', means: 'OpenRouter’s id, maker/slug' },
];

const PERCENTILES = [
  [/_low_p5$/, '5th percentile'],
  [/_central_p50$/, '50th percentile'],
  [/_high_p95$/, '95th percentile'],
] as const;

/** CSV on the Web metadata of index.csv (W3C, https://www.w3.org/TR/tabular-metadata/). */
function csvMetadata(csv: string) {
  const [names = []] = Papa.parse<string[]>(csv, { preview: 1 }).data;
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    url: 'index.csv',
    'dc:title': 'LLM Carbon Index',
    'dc:license': 'https://creativecommons.org/licenses/by/4.0/',
    'dc:rights': ABOUT.licence,
    'dc:source': ATTRIBUTION,
    dialect: { lineTerminators: ['\r\n'], header: true },
    tableSchema: {
      columns: names.map((name) => {
        const column = COLUMNS.find((one) => one.name.test(name));
        const percentile = PERCENTILES.find(([end]) => end.test(name))?.[1];
        const means = column?.means ?? name.replaceAll('_', ' ');
        return {
          name,
          titles: name,
          datatype: column?.datatype ?? 'string',
          'dc:description': percentile === undefined ? means : `${means}, ${percentile}`,
        };
      }),
      primaryKey: 'id',
    },
  };
}

export const INDEX_CSV_METADATA: PublishedFile = {
  path: '/api/v1/index.csv-metadata.json',
  example: '/api/v1/index.csv-metadata.json',
  holds: 'What each column of index.csv is, as CSV on the Web metadata',
  mediaType: 'application/csvm+json',
  licence: CC_BY,
  write: ({ release }) => jsonText(csvMetadata(indexCsv(release)), true),
};

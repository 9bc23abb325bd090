import { FACTOR_FILES } from './factors.ts';
import { factorSchemaName, PUBLISHED_SCHEMAS } from './schemas.ts';

/** Everything that is published under /api/v1: the OpenAPI, the data page and the tests read it here. */

/** One file of the API, or many of one kind. */
export interface ApiEndpoint {
  /** With `{id}` or `{name}` where there are many. */
  path: string;
  /** One file of that kind; the path itself where there is one alone. */
  example: string;
  /** What it holds, in a sentence without its full stop. */
  holds: string;
  mediaType: 'application/json' | 'text/csv' | 'application/schema+json' | 'application/csvm+json';
  licence: string;
  /** Name of the schema that it follows. */
  schema?: string;
}

const CC_BY = 'CC-BY-4.0';
const WITH_GRID = 'CC-BY-4.0; grid: ODbL-1.0';
const GRID = 'ODbL-1.0';

/** A JSON file; at its own name and by the schema of that name where nothing else is said. */
function json(
  name: string,
  holds: string,
  more: { licence?: string; path?: string; example?: string; schema?: string } = {},
): ApiEndpoint {
  const { licence = CC_BY, path = `/api/v1/${name}.json`, schema = name } = more;
  const { example = path } = more;
  return { path, example, holds, mediaType: 'application/json', licence, schema };
}

export const API_ENDPOINTS: readonly ApiEndpoint[] = [
  json('index', 'Every model with its ranges, ranks, evidence, price and sources', {
    licence: WITH_GRID,
  }),
  {
    path: '/api/v1/index.csv',
    example: '/api/v1/index.csv',
    holds: 'The same figures as a table, one row per model, units in the header',
    mediaType: 'text/csv',
    licence: WITH_GRID,
  },
  {
    path: '/api/v1/index.csv-metadata.json',
    example: '/api/v1/index.csv-metadata.json',
    holds: 'What each column of index.csv is, as CSV on the Web metadata',
    mediaType: 'application/csvm+json',
    licence: CC_BY,
  },
  json('model', 'One model with each of its endpoints and what it is estimated from', {
    licence: WITH_GRID,
    path: '/api/v1/models/{id}.json',
    example: '/api/v1/models/openai/gpt-5.json',
  }),
  json('hosts', 'Every host with its places, PUE, water and accelerators, and who says so', {
    licence: WITH_GRID,
  }),
  json('sources', 'Every document and data set that figures rest on'),
  json('validation', 'The estimates against measurements and published figures, misses included'),
  json('releases', 'Every archived release with the hashes of its files'),
  json('method', 'Every constant of the method, as the estimation reads it'),
  json('estimation-inputs', 'What every model is estimated from', { licence: WITH_GRID }),
  json(
    'calculation',
    'Method, inputs, names, grids and water in one file, for programs that compute',
    {
      licence: WITH_GRID,
    },
  ),
  json('model-names', 'Every model by all its names'),
  json('requests', 'Kinds of request in tokens, and how long a one each model can answer'),
  json('report-subjects', 'What a report on a model’s use names beside its figures', {
    licence: WITH_GRID,
  }),
  json('index-columns', 'A part of index.json that is quick to fetch', { licence: WITH_GRID }),
  json('usage-report', 'What a week of OpenRouter’s visible traffic emits'),
  json('grid-intensity', 'Carbon intensity by zone of Electricity Maps', { licence: GRID }),
  {
    path: '/api/v1/grid-intensity.csv',
    example: '/api/v1/grid-intensity.csv',
    holds: 'The same as a table',
    mediaType: 'text/csv',
    licence: GRID,
  },
  json('off-site-water', 'Water consumed in generating electricity, by zone'),
  ...FACTOR_FILES.map(({ name, title }) =>
    json(name, title, {
      path: `/api/v1/factors/${name}.json`,
      schema: factorSchemaName(name),
    }),
  ),
  {
    path: '/api/v1/schemas/{name}.json',
    example: '/api/v1/schemas/index.json',
    holds: 'JSON Schema of each published file and of each record that people contribute',
    mediaType: 'application/schema+json',
    licence: CC_BY,
  },
  {
    path: '/api/v1/openapi.json',
    example: '/api/v1/openapi.json',
    holds: 'This table for programs, as OpenAPI 3.1',
    mediaType: 'application/json',
    licence: CC_BY,
  },
];

/** The endpoint that a path belongs to, if any. */
export function endpointOf(path: string): ApiEndpoint | undefined {
  return (
    API_ENDPOINTS.find((endpoint) => endpoint.path === path) ??
    API_ENDPOINTS.find((endpoint) => {
      const [before = '', after] = endpoint.path.split(/\{\w+\}/);
      return after !== undefined && path.startsWith(before) && path.endsWith(after);
    })
  );
}

/** The schema that the files of an endpoint follow, if they have one. */
export function schemaOf({ schema }: ApiEndpoint) {
  return schema === undefined ? undefined : PUBLISHED_SCHEMAS.get(schema)?.schema;
}

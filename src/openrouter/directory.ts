import * as z from 'zod';
import { numberCell, type Row, readRows } from './csv.ts';
import { newest, textOf } from './dated-file.ts';
import { readPage, refuseWrongLength } from './envelope.ts';
import {
  apiAddresses,
  type EndpointReading,
  type ForeignEndpoints,
  type ForeignList,
  type NotOffered,
  type OpenRouterSource,
} from './openrouter-source.ts';
import { Refused } from './refused.ts';
import { unambiguous } from './speeds.ts';
import { readUsageFile } from './usage-file.ts';

/** One model in endpoints-YYYY-MM-DD.json: the `data` of the API's answer about it. */
const EndpointsOfModel = z.looseObject({ id: z.string(), endpoints: z.array(z.unknown()) });

const TaggedRecord = z.looseObject({ tag: z.string() });

const ENDPOINT_COLUMNS = [
  'model_id',
  'provider_name',
  'tag',
  'quantization',
  'context_length',
  'prompt_usd_per_token',
  'completion_usd_per_token',
  'input_cache_read_usd_per_token',
  'status',
];
const SPEED_COLUMNS = ['model_id', 'tag', 'throughput_p50_tok_per_s'];

/**
 * Files on disk: models-YYYY-MM-DD.json, endpoints-YYYY-MM-DD.csv or .json,
 * providers-YYYY-MM-DD.json, speeds-YYYY-MM-DD.csv, usage-week-YYYY-MM-DD.csv; of several the
 * newest. Only models are needed.
 */
export function directorySource(directory: string): OpenRouterSource {
  return {
    origins: apiAddresses(new URL('https://openrouter.ai')),
    models: async () => {
      const list = await readList(directory, 'models');
      if ('notOffered' in list) {
        throw new Refused(directory, `${list.notOffered}; expected one to read models from`);
      }
      return list;
    },
    hosts: () => readList(directory, 'providers'),
    endpoints: (models) => readEndpoints(directory, new Set(models.map(({ id }) => id))),
    usage: () => readUsageFile(directory),
  };
}

async function readList(directory: string, name: string): Promise<ForeignList | NotOffered> {
  const file = await newest(directory, name, ['json']);
  if (file === undefined) {
    return { notOffered: `no ${name}-YYYY-MM-DD.json in ${directory}` };
  }
  const { records, totalCount } = readPage(file.path, await textOf(file.path));
  refuseWrongLength(file.path, records.length, totalCount);
  return { address: file.path, retrieved: file.day, records };
}

async function readEndpoints(
  directory: string,
  wanted: ReadonlySet<string>,
): Promise<EndpointReading | NotOffered> {
  const file = await newest(directory, 'endpoints', ['csv', 'json']);
  if (file === undefined) {
    return { notOffered: `no endpoints-YYYY-MM-DD.csv or .json in ${directory}` };
  }
  const speeds = await readSpeeds(directory);
  const text = await textOf(file.path);
  const models = file.path.endsWith('.csv')
    ? modelsOfCsv(file.path, text)
    : modelsOfJson(file.path, text);

  const answers = new Map<string, ForeignEndpoints>();
  for (const { id, records } of models.filter((model) => wanted.has(model.id))) {
    answers.set(id, {
      address: file.path,
      retrieved: file.day,
      speedsObserved: speeds?.day ?? file.day,
      records: records.map((record) => speeds?.joinedTo(id, record) ?? record),
    });
  }
  return { answers, failures: new Map() };
}

interface RecordsOfModel {
  id: string;
  records: unknown[];
}

function modelsOfCsv(path: string, text: string): RecordsOfModel[] {
  const rows = readRows(path, text, ENDPOINT_COLUMNS);
  const byModel = Map.groupBy(rows, (row) => row.get('model_id') ?? '');
  return [...byModel].map(([id, rowsOfModel]) => ({ id, records: rowsOfModel.map(foreignShape) }));
}

/** A row in the shape that the API gives an endpoint. */
function foreignShape(row: Row) {
  return {
    provider_name: row.get('provider_name'),
    tag: row.get('tag'),
    quantization: row.get('quantization'),
    context_length: numberCell(row, 'context_length'),
    pricing: {
      prompt: row.get('prompt_usd_per_token'),
      completion: row.get('completion_usd_per_token'),
      input_cache_read: row.get('input_cache_read_usd_per_token'),
    },
    status: numberCell(row, 'status'),
  };
}

function modelsOfJson(path: string, text: string): RecordsOfModel[] {
  return readPage(path, text).records.map((input, index) => {
    const model = EndpointsOfModel.safeParse(input);
    if (!model.success) {
      throw new Refused(
        path,
        `record ${index + 1} of data: expected {"id": "maker/slug", "endpoints": [...]}`,
      );
    }
    return { id: model.data.id, records: model.data.endpoints };
  });
}

/** The observed speeds, to be joined to endpoints by model and tag; undefined without a file. */
async function readSpeeds(directory: string) {
  const file = await newest(directory, 'speeds', ['csv']);
  if (file === undefined) {
    return undefined;
  }
  const rows = readRows(file.path, await textOf(file.path), SPEED_COLUMNS);
  const byPlace = unambiguous(
    rows.map((row) => [place(row), numberCell(row, 'throughput_p50_tok_per_s')] as const),
  );
  return {
    day: file.day,
    joinedTo: (id: string, record: unknown) => {
      const endpoint = TaggedRecord.safeParse(record).data;
      const p50 = byPlace.get(`${id}\n${endpoint?.tag.toLowerCase()}`);
      return endpoint && { ...endpoint, throughput_last_30m: { p50 } };
    },
  };
}

function place(row: Row): string {
  return `${row.get('model_id')}\n${row.get('tag')?.toLowerCase()}`;
}

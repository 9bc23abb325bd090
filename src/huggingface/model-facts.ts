import type * as z from 'zod';
import { Architecture, type ModelFacts, Parameters } from '../catalog/maker.ts';
import { problemsOf } from '../catalog/problem.ts';
import { NAMES_ROUND_BY, sizesInName } from '../catalog/size-from-name.ts';
import { WEIGHT_FILES_HOLD } from '../catalog/weight-files.ts';
import { expertsOf, unreadExperts } from './experts.ts';
import type { HubModel } from './hub.ts';
import { layerCount, layersByKind } from './layers.ts';
import { countParameters, type ParameterCount } from './parameter-count.ts';
import { readTextConfig, type TextConfig } from './text-config.ts';
import { type HeldParameters, heldParameters } from './weight-files.ts';
import { weightFormat } from './weight-format.ts';

/** What the Hub answered about one repository. */
export interface HubReading {
  model: HubModel;
  /** Its config.json, or why it could not be read. */
  config: { json: unknown } | { missing: string };
}

/** A record as the Hub's answers give it, and what of them could not be read. */
export interface FactsRead {
  facts: ModelFacts;
  unread: string[];
}

/** Of what a record says of a model, that which a repository shows. `source` is the id of the source to name. */
export function factsFromHub(
  { id, source }: { id: string; source: string },
  { model, config: answer }: HubReading,
): FactsRead {
  const unread: string[] = [...(model.leftOut ?? [])];
  const { config, missed } = configOf(answer, unread);
  const stored = model.safetensors?.parameters ?? undefined;
  // A field that could not be read may change all that is told from the others.
  const known = missed.some((name) => !OF_FORMAT.has(name)) ? undefined : config;
  const mixture = config && unreadExperts(config, missed);
  if (mixture !== undefined) unread.push(`experts: ${mixture}`);
  const sources = [source];
  const size = parametersOf(
    id,
    { config, known, isMixture: mixture !== undefined },
    stored,
    unread,
  );
  const parameters = asRecorded(Parameters, size && { ...size, sources }, 'parameters', unread);
  const precision = missed.some((name) => OF_FORMAT.has(name))
    ? undefined
    : weightFormat(id, config, stored);
  if (precision === undefined) unread.push('which format most weights have');
  const isLaidOut = missed.every((name) => OF_FORMAT.has(name) || OF_SIZE.has(name));
  const layers = config && isLaidOut && !mixture ? architectureOf(config, unread) : undefined;
  const architecture = asRecorded(
    Architecture,
    layers && { ...layers, how: 'read', sources },
    'architecture',
    unread,
  );
  return {
    facts: {
      weights: 'open',
      huggingFaceId: id,
      ...(parameters && { parameters }),
      ...(precision && { precision: { ...precision, sources } }),
      ...(architecture && { architecture }),
    },
    unread,
  };
}

/** Fields that say in which format weights are, and nothing of the model. */
const OF_FORMAT: ReadonlySet<string> = new Set([
  'dtype',
  'torch_dtype',
  'expert_dtype',
  'quantization_config',
  'compression_config',
]);

/** Fields that say how large a model is, and nothing of what its layers read. */
const OF_SIZE: ReadonlySet<string> = new Set([
  'vocab_size',
  'tie_word_embeddings',
  'num_nextn_predict_layers',
  'mtp_num_hidden_layers',
  'max_position_embeddings',
  'intermediate_size',
]);

/** A part of a record where it is as records have it; else it is told of, and the others stand. */
function asRecorded<Part>(
  schema: z.ZodType<Part>,
  part: unknown,
  name: string,
  unread: string[],
): Part | undefined {
  if (part === undefined) return undefined;
  const read = schema.safeParse(part);
  if (read.success) return read.data;
  unread.push(
    ...problemsOf('', part, read.error, 0).map(
      ({ field, message }) => `${name} ${field}: ${message}`,
    ),
  );
  return undefined;
}

function configOf(
  answer: HubReading['config'],
  unread: string[],
): { config?: TextConfig; missed: readonly string[] } {
  if ('missing' in answer) {
    unread.push(`config.json: ${answer.missing}`);
    return { missed: [] };
  }
  const read = readTextConfig(answer.json);
  if (read === undefined) unread.push('config.json is not as expected');
  else unread.push(...read.leftOut.map((line) => `config.json, ${line}`));
  return read ?? { missed: [] };
}

function architectureOf(
  config: TextConfig,
  unread: string[],
): Omit<Architecture, 'how' | 'sources'> | undefined {
  const layers = layerCount(config);
  const read = layersByKind(config);
  if ('unread' in read) unread.push(`layers by kind: ${read.unread}`);
  if ('unread' in read || layers === undefined) return undefined;
  const experts = expertsOf(config);
  return {
    ...(config.hidden_size && { hiddenSize: config.hidden_size }),
    layers,
    layersByKind: read.groups,
    ...(experts && { experts }),
  };
}

type SizeRead = Omit<Parameters, 'sources'>;

/** Counts from the configuration leave out little: further off, it is of a form that is not known. */
const NEAR_COUNT = 0.08;
/** Encoders and layers that predict further tokens may add so much to what weight files hold. */
const MOST_BESIDE = 0.25;

/** Total and active parameters: from the weight files where they hold nothing else, else as counted. */
function parametersOf(
  id: string,
  {
    config,
    known,
    isMixture,
  }: {
    config: TextConfig | undefined;
    /** The same, where all of it was read. */
    known: TextConfig | undefined;
    /** Whether it has experts that could not be read. */
    isMixture: boolean;
  },
  stored: Readonly<Record<string, number>> | undefined,
  unread: string[],
): SizeRead | undefined {
  const counted = known && !isMixture ? countParameters(known) : undefined;
  const inName = sizesInName(id.toLowerCase().split('/')[1] ?? '');
  const named = inName.total === undefined ? undefined : inName.total * 1e9;
  const held = stored && heldParameters(stored, config, counted?.total ?? named);
  if (held === undefined || ('total' in held && held.total === 0)) {
    unread.push('the size of the weight files');
    return counted && size(counted, COUNTED);
  }
  const files = `${WEIGHT_FILES_HOLD} ${heldText(held)}.`;
  if (!('total' in held)) {
    unread.push(`active parameters (${files})`);
    return undefined;
  }
  const { total } = held;
  if (counted === undefined) {
    const byName =
      isMixture && inName.active === undefined ? undefined : sizeByName(inName, total, files);
    return byName ?? activeUnread(files, unread);
  }
  const beside = total / counted.total - 1;
  if (holdsMore(config) && beside > -NEAR_COUNT && beside < MOST_BESIDE) {
    return size(counted, `${COUNTED} ${files}`);
  }
  if (Math.abs(beside) < NEAR_COUNT) {
    const dense = counted.active === counted.total;
    return size({ total, active: dense ? total : counted.active }, files);
  }
  return activeUnread(`${files} The configuration counts ${billions(counted.total)}.`, unread);
}

function activeUnread(why: string, unread: string[]): undefined {
  unread.push(`active parameters (${why})`);
}

/** What a name states of the active part, where its total is that of the files. */
function sizeByName(
  { total: named, active }: ReturnType<typeof sizesInName>,
  total: number,
  files: string,
): SizeRead | undefined {
  const agrees =
    named !== undefined && Math.abs(Math.log((named * 1e9) / total)) < Math.log(NAMES_ROUND_BY);
  if (!agrees) return undefined;
  const note =
    active === undefined
      ? 'Taken as dense, since the name states one size only.'
      : 'The active part is read off the name.';
  const parameters = { total, active: active === undefined ? total : active * 1e9 };
  return { ...size(parameters, `${files} ${note}`), how: 'name' };
}

const COUNTED = 'Counted from the configuration, with embeddings.';

function size({ total, active }: ParameterCount, note: string): SizeRead {
  return {
    totalBillions: inBillions(total),
    activeBillions: inBillions(active),
    how: 'derived',
    note,
  };
}

/** Whether the weight files hold encoders, or layers that predict further tokens, beside the model itself. */
function holdsMore(config: TextConfig | undefined): boolean {
  if (config === undefined) return false;
  const { num_nextn_predict_layers: next, mtp_num_hidden_layers: further } = config;
  return Boolean(config.vision_config || config.audio_config || next || further);
}

function heldText(held: HeldParameters): string {
  return 'total' in held
    ? billions(held.total)
    : `${billions(held.low)} or, unpacked, ${billions(held.high)}`;
}

function billions(count: number): string {
  return `${inBillions(count)}B`;
}

function inBillions(count: number): number {
  return Number((count / 1e9).toPrecision(4));
}

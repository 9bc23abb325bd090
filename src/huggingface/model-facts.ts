import type { Architecture, ModelFacts, Parameters } from '../catalog/maker.ts';
import { sizesInName } from '../catalog/size-from-name.ts';
import { WEIGHT_FILES_HOLD } from '../catalog/weight-files.ts';
import { expertsOf } from './experts.ts';
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
  const config = configOf(answer, unread);
  const stored = model.safetensors?.parameters ?? undefined;
  const parameters = parametersOf(id, config, stored, unread);
  const precision = weightFormat(id, config, stored);
  if (precision === undefined) unread.push('which format most weights have');
  const architecture = config && architectureOf(config, unread);
  const sources = [source];
  return {
    facts: {
      weights: 'open',
      huggingFaceId: id,
      ...(parameters && { parameters: { ...parameters, sources } }),
      ...(precision && { precision: { ...precision, sources } }),
      ...(architecture && { architecture: { ...architecture, how: 'read', sources } }),
    },
    unread,
  };
}

function configOf(answer: HubReading['config'], unread: string[]): TextConfig | undefined {
  if ('missing' in answer) {
    unread.push(`config.json: ${answer.missing}`);
    return undefined;
  }
  const read = readTextConfig(answer.json);
  if (read === undefined) unread.push('config.json is not as expected');
  else unread.push(...read.leftOut.map((line) => `config.json, ${line}`));
  return read?.config;
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
/** Names round: beyond this they contradict what they name. */
const NAME_ROUNDING = Math.log(1.15);

/** Total and active parameters: from the weight files where they hold nothing else, else as counted. */
function parametersOf(
  id: string,
  config: TextConfig | undefined,
  stored: Readonly<Record<string, number>> | undefined,
  unread: string[],
): SizeRead | undefined {
  const counted = config && countParameters(config);
  const inName = sizesInName(id.toLowerCase().split('/')[1] ?? '');
  const named = inName.total === undefined ? undefined : inName.total * 1e9;
  const held = stored && heldParameters(stored, config, counted?.total ?? named);
  if (held === undefined) {
    unread.push('the size of the weight files');
    return counted && size(counted, COUNTED);
  }
  const files = `${WEIGHT_FILES_HOLD} ${heldText(held)}.`;
  if (!('total' in held)) {
    unread.push(`active parameters (${files})`);
    return undefined;
  }
  const { total } = held;
  if (counted === undefined) return sizeByName(inName, total, files) ?? activeUnread(files, unread);
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
  const agrees = named !== undefined && Math.abs(Math.log((named * 1e9) / total)) < NAME_ROUNDING;
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

import * as z from 'zod';
import { ACCELERATORS, type Accelerator } from '../estimation/accelerator-designs.ts';
import { count, countOrNone, positive } from './csv-numbers.ts';

/** One measured configuration of today's engines: a row of the InferenceX file, in its own column names. */

/** Path of the rows from the project's root, and the sources that they rest on. */
export const SERVING_MEASUREMENTS_FILE = 'data/measurements/inferencex.csv';
export const SERVING_MEASUREMENTS_SOURCES = ['inferencex', 'inferencex-pca-demo'];

const ServedModel = z.enum(['dsr1', 'dsv4', 'kimik2.5', 'minimaxm3', 'gptoss120b', 'llama70b']);
export type ServedModel = z.infer<typeof ServedModel>;

/** The benchmark's models: our record of each, and the design that validation leaves out with it. */
export const SERVED_MODELS = {
  dsr1: { model: 'deepseek/deepseek-r1', group: 'deepseek-v3', family: 'deepseek' },
  dsv4: { model: 'deepseek/deepseek-v4-pro', group: 'deepseek-v4-pro', family: 'deepseek-v4' },
  'kimik2.5': { model: 'moonshotai/kimi-k2.5', group: 'kimi-k2', family: 'deepseek' },
  minimaxm3: { model: 'minimax/minimax-m3', group: 'minimax-m3', family: 'minimax' },
  gptoss120b: { model: 'openai/gpt-oss-120b', group: 'gpt-oss-120b', family: 'gpt-oss' },
  llama70b: {
    model: 'meta-llama/llama-3.3-70b-instruct',
    group: 'llama3.1-70b',
    family: 'llama3',
  },
} as const satisfies Record<ServedModel, { model: string; group: string; family: string }>;

const zeroOrOne = z.enum(['0', '1'], 'expected 0 or 1').transform((text) => text === '1');

const accelerator = z
  .string()
  .transform((name) => name.toUpperCase())
  .pipe(z.enum(ACCELERATORS));

/** Rows without measured energy, which simulated markets need beside those with it. */
export const SERVING_THROUGHPUTS_FILE = 'data/measurements/inferencex-throughput.csv';

export const ServingConfiguration = z.strictObject({
  model: ServedModel,
  gpu: accelerator,
  hardware_class: z.enum(['hopper', 'blackwell-node', 'rack-or-disaggregated', 'amd']),
  precision: z.enum(['fp4', 'int4', 'fp8', 'bf16']),
  speculation: z.enum(['none', 'mtp']),
  disaggregated: zeroOrOne,
  /** Accelerators that decode one replica together. */
  decode_tp: count,
  decode_ep: count,
  /** Whether attention is data-parallel. */
  decode_dp: zeroOrOne,
  /** Decoding replicas; 0 where nothing is disaggregated. */
  decode_workers: countOrNone,
  /** Accelerators of prefill in all; says nothing where nothing is disaggregated. */
  prefill_gpus: countOrNone,
  input_tokens: count,
  output_tokens: count,
  /** Requests under way in the whole deployment. */
  concurrency: count,
  runs: count,
  engines: z.string().min(1),
  /** Median time between two tokens of one answer. */
  seconds_per_output_token: positive,
  /** Input and output together. */
  tokens_per_second_per_gpu: positive,
});
export type ServingConfiguration = z.infer<typeof ServingConfiguration>;

export const ServingMeasurement = ServingConfiguration.extend({
  runs_with_energy: count,
  /** Accelerators only; prefill is folded in. */
  joules_per_output_token: positive,
});
export type ServingMeasurement = z.infer<typeof ServingMeasurement>;

/** What was served, on what and how, without what was measured of it. */
export type ServedConfiguration = Pick<
  ServingMeasurement,
  | 'model'
  | 'gpu'
  | 'precision'
  | 'speculation'
  | 'disaggregated'
  | 'decode_tp'
  | 'decode_ep'
  | 'decode_dp'
  | 'decode_workers'
  | 'prefill_gpus'
  | 'input_tokens'
  | 'output_tokens'
  | 'concurrency'
>;

/** data/measurements/inferencex.csv */
export const ServingMeasurements = z.array(ServingMeasurement);

/** data/measurements/inferencex-throughput.csv */
export const ServingThroughputs = z.array(ServingConfiguration);

/** What tells configurations apart, and names one to a person. */
export function configurationOf(row: ServedConfiguration): string {
  return [
    row.model,
    row.gpu,
    row.precision,
    row.speculation,
    row.disaggregated ? 'disaggregated' : 'together',
    `tp${row.decode_tp}ep${row.decode_ep}dp${row.decode_dp ? 1 : 0}`,
    `${row.decode_workers}x${row.prefill_gpus}`,
    `${row.input_tokens}/${row.output_tokens}`,
    `c${row.concurrency}`,
  ].join('|');
}

/**
 * Power of one accelerator, W, as energy and throughput have it. They are medians over different
 * runs, so this is rough.
 */
export function impliedWatts(row: ServingMeasurement): number {
  const outputShare = row.output_tokens / (row.input_tokens + row.output_tokens);
  return row.joules_per_output_token * row.tokens_per_second_per_gpu * outputShare;
}

/** Requests per decoding replica. */
export function requestsPerReplica({ concurrency, decode_workers }: ServedConfiguration): number {
  return concurrency / Math.max(1, decode_workers);
}

/** A busy accelerator draws more than this share of its rated power: in all other rows it does. */
const LEAST_BUSY_SHARE = 0.25;
const BUSY_REQUESTS = 64;

/**
 * Whether a busy configuration shows the power of idle accelerators, so that part of its energy seems
 * not to have been metered. Such rows are shown and scored, and left out of the fit.
 */
export function metersTooLittle(
  row: ServingMeasurement,
  ratedWatts: Readonly<Record<Accelerator, number>>,
): boolean {
  return (
    requestsPerReplica(row) >= BUSY_REQUESTS &&
    impliedWatts(row) < LEAST_BUSY_SHARE * ratedWatts[row.gpu]
  );
}

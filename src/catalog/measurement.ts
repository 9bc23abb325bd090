import * as z from 'zod';
import { count, countOrNone, positive } from './csv-numbers.ts';
import { HuggingFaceId } from './maker.ts';
import { SourceId } from './source.ts';

/** One measured configuration of an open model: a row of data/measurements/mlenergy-v3.csv. */

/** Path of the measured rows from the project's root, and the source that they rest on. */
export const MEASUREMENTS_FILE = 'data/measurements/mlenergy-v3.csv';
export const MEASUREMENTS_SOURCE = 'ml-energy-v3';

/** The runs of others, where there are any. */
export const CONTRIBUTED_FILE = 'data/measurements/contributed.csv';

/** The file that a run stands in. */
export function fileOfRow({ source }: Pick<MeasuredRow, 'source'>): string {
  return source === undefined ? MEASUREMENTS_FILE : CONTRIBUTED_FILE;
}

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const MeasuredRow = z.strictObject({
  /** The publisher's key of the run; unique in the file. */
  configuration: z.string().min(1),
  task: z.enum(['lm-arena-chat', 'gpqa', 'sourcegraph-fim']),
  huggingFaceId: HuggingFaceId,
  precision: z.enum(['bf16', 'fp8', 'mxfp4']),
  weightBits: positive,
  accelerator: z.enum(['H100', 'B200']),
  acceleratorCount: count,
  tensorParallel: count,
  expertParallel: count,
  dataParallel: count,
  pipelineParallel: count,
  /** Upper limit of requests decoded together, as set. */
  maxSequences: count,
  /** Requests decoded together, mean over the run. */
  concurrentSequences: positive,
  meanOutputTokens: positive,
  /** Mean output length weighted by length: sum of squares over sum. */
  lengthBiasedOutputTokens: positive,
  /** Accelerators only; prefill is folded in. */
  joulesPerOutputToken: positive,
  tokensPerSecond: positive,
  interTokenLatencyMilliseconds: positive,
  /** All accelerators together. */
  powerWatts: positive,
  totalBillions: positive,
  activeBillions: positive,
  layers: count,
  hiddenSize: count,
  /** Elements of the KV cache per layer and token, keys and values together. */
  kvWidth: count,
  fullAttentionLayers: countOrNone,
  slidingWindowLayers: countOrNone,
  slidingWindowTokens: countOrNone,
  /** 1 in a dense model, as is `activeExperts`. */
  routedExperts: count,
  activeExperts: count,
  mixtureOfExperts: flag,
  hybridStateSpace: flag,
  multiHeadLatentAttention: flag,
  /** Models of one architecture and size; the unit that validation leaves out. */
  architectureGroup: z.string().min(1),
  architectureFamily: z.string().min(1),
  servingSoftware: z.string().min(1),
  /** Predicted and shown, but left out of fits and scores. */
  knownOutlier: flag,
});

/** A run of the same benchmark that others have measured: a row of data/measurements/contributed.csv. */
export const ContributedRow = z.strictObject({
  ...MeasuredRow.shape,
  /** Mean prompt, tokens. */
  meanInputTokens: positive,
  /** Who measured it: a key of data/sources.yaml. */
  source: SourceId,
});

/** A run of either file; what only contributed ones say is absent in the others. */
export type MeasuredRow = z.infer<typeof MeasuredRow> &
  Partial<Pick<z.infer<typeof ContributedRow>, 'meanInputTokens' | 'source'>>;

/** data/measurements/*.csv */
export const MeasuredRows = z.array(MeasuredRow);
export const ContributedRows = z.array(ContributedRow);

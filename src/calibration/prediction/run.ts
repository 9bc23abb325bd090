import { arithmeticBits } from '../../catalog/arithmetic-bits.ts';
import type { AcceleratorEnergyFile } from '../../catalog/factor-files.ts';
import { MeasuredRow } from '../../catalog/measurement.ts';
import { acceleratorCoefficients } from '../../catalog/method-of-factors.ts';
import { taskInputTokens } from '../../catalog/mlenergy-run.ts';
import { type EngineYear, FOUR_BITS_WITH_SCALES } from '../../estimation/accelerator.ts';
import { energyShape } from '../../estimation/energy-shape.ts';
import { acceleratorsForWeights } from '../../estimation/market.ts';
import { foldedJoules } from '../../estimation/measured-run.ts';
import type { ServingDistributions } from '../../estimation/method.ts';
import type { Range } from '../../estimation/ranges.ts';
import { sequencesInMemory } from '../../estimation/sequences-in-memory.ts';
import { runErrorSdLn } from '../energy/run-error.ts';
import { matchAccelerator } from './foreign-accelerators.ts';
import type { FindModel } from './named-model.ts';
import type { PredictionRecord, RecordProblem } from './record.ts';
import { type RecordKnowledge, recordKnowledge } from './record-knowledge.ts';

/** A prediction with everything that had to be assumed for it. */
export interface Prediction {
  /** J per output token, accelerators only. */
  joules: Range;
  notes: string[];
}

/** Length-biased mean answer over its plain mean, where only the plain one is known. */
const LENGTH_BIAS = 1.3;

/** The constants that a prediction at a known operating point needs. */
export interface RunMethod {
  accelerator: AcceleratorEnergyFile;
  serving: Pick<ServingDistributions, 'memoryGigabytes' | 'weightsMemoryShare'>;
  /** Finds our record of a model that a record names; nothing where absent. */
  findModel?: FindModel;
}

/** Fields without which a known operating point cannot be predicted. */
export function missingForRun(record: PredictionRecord, index: number): RecordProblem[] {
  const problem = (field: string, expected: string) => ({
    index,
    configId: record.config_id,
    field,
    message: `expected ${expected}; found nothing`,
  });
  const { avg_batch, max_batch, concurrency } = record;
  return [
    ...(avg_batch === undefined && max_batch === undefined && concurrency === undefined
      ? [
          problem(
            'avg_batch',
            'the mean of sequences decoded together (or max_batch, or concurrency)',
          ),
        ]
      : []),
    ...(record.mean_out === undefined && record.output_tokens === undefined
      ? [problem('mean_out', 'the mean number of output tokens per request')]
      : []),
  ];
}

/**
 * Predicts a configuration whose batch, accelerator and answer length are given, J per output token
 * with prefill folded in. The range is central x exp(+-t s): the error of such predictions of what was
 * left out of the fit, no correction by the model's own measurements. Throws where `missingForRun` has
 * something to say.
 */
export function predictRun(
  record: PredictionRecord,
  { accelerator: file, serving, findModel }: RunMethod,
): Prediction {
  const known = recordKnowledge(record, findModel);
  const { size, architecture, notes } = known;
  const { accelerator, foreign, note } = matchAccelerator(record.gpu);
  if (note !== undefined) notes.push(note);
  const engine = engineOf(record, notes);
  if (engine === 2025 && (record.dp ?? 1) > 1) {
    notes.push('dp > 1: data-parallel attention of that engine is outside the fit');
  }
  const disaggregated = record.disaggregated ?? false;
  const { inputTokens, outputTokens, contextTokens } = lengthsOf(record, file, notes);
  const { decoding, perReplica } = acceleratorCounts(record, notes, () =>
    acceleratorsForWeights(
      size.totalBillions,
      known.weightBits,
      serving.memoryGigabytes[accelerator],
      serving,
    ),
  );
  const replicaGigabytes = decoding * serving.memoryGigabytes[accelerator];
  const weightBits = foreign ? known.weightBits : bitsThatFit(known, replicaGigabytes, notes);
  const coefficients = acceleratorCoefficients(file);
  const shape = energyShape(size, architecture, coefficients);
  const mostInMemory = foreign
    ? Number.POSITIVE_INFINITY
    : sequencesInMemory(shape, {
        weightBits,
        replicaGigabytes,
        tokensPerSequence: inputTokens + outputTokens,
      });
  const { joulesPerOutputToken: central } = foldedJoules(
    shape,
    {
      point: {
        accelerator,
        acceleratorsPerReplica: perReplica,
        weightBits,
        arithmeticBits: arithmeticBits(record.precision ?? '', accelerator),
        concurrentSequences: batchOf(record, mostInMemory, notes),
        contextTokens,
        engine,
        speculation: record.speculation ?? 'none',
        disaggregated,
      },
      inputTokens,
      outputTokens,
    },
    coefficients,
  );
  const sdLn = runErrorSdLn(file, {
    architectureKnown: architecture !== undefined,
    mixture: size.mixtureOfExperts,
    engine,
    disaggregated,
    foreign,
  });
  const factor = Math.exp(file.studentT90 * sdLn);
  return { joules: { low: central / factor, central, high: central * factor }, notes };
}

/** vLLM up to the version that ML.ENERGY measured. */
const ENGINE_OF_2025 = /vllm.?0\.(\d|1[01])(\D|$)/i;

/** As stated, else by the software, else by the task: those of ML.ENERGY ran on the engine of 2025. */
function engineOf({ engine, sw, engines, task }: PredictionRecord, notes: string[]): EngineYear {
  if (engine !== undefined) return engine;
  if (sw !== undefined) return ENGINE_OF_2025.test(sw) ? 2025 : 2026;
  if (engines !== undefined) return 2026;
  if (MeasuredRow.shape.task.safeParse(task).success) return 2025;
  notes.push('neither engine nor sw: an engine of 2026');
  return 2026;
}

/** Sequences decoded together by one replica; no more than fit where only a limit is known. */
function batchOf(
  { avg_batch, concurrency, max_batch, decode_workers }: PredictionRecord,
  mostInMemory: number,
  notes: string[],
): number {
  if (avg_batch !== undefined) return avg_batch;
  const limit =
    concurrency === undefined ? max_batch : concurrency / Math.max(1, decode_workers ?? 1);
  if (limit === undefined) throw new RangeError('batch is missing');
  if (concurrency === undefined) notes.push('no avg_batch: max_batch taken for it');
  if (limit <= mostInMemory) return limit;
  notes.push('more requests than fit into memory beside the weights: as many as fit');
  return mostInMemory;
}

/** Bits per weight, or those of 4-bit weights where more do not fit into the replica. */
function bitsThatFit(
  { size, weightBits }: RecordKnowledge,
  replicaGigabytes: number,
  notes: string[],
): number {
  const fits = (bits: number) => (size.totalBillions * bits) / 8 <= replicaGigabytes;
  if (fits(weightBits) || !fits(FOUR_BITS_WITH_SCALES)) return weightBits;
  notes.push(
    `weights of ${weightBits} bits do not fit into the accelerators: taken as ${FOUR_BITS_WITH_SCALES}, as where only the experts are stored so`,
  );
  return FOUR_BITS_WITH_SCALES;
}

/** Accelerators that decode one replica, and all of its, with its share of prefill run apart. */
function acceleratorCounts(
  { n_gpu, tp, pp = 1, decode_tp, decode_workers, prefill_gpus, disaggregated }: PredictionRecord,
  notes: string[],
  byMemory: () => number,
): { decoding: number; perReplica: number } {
  const replicas = Math.max(1, decode_workers ?? 1);
  const prefill = disaggregated === true ? (prefill_gpus ?? 0) / replicas : 0;
  if (decode_tp !== undefined) {
    if (disaggregated === true && prefill_gpus === undefined) {
      notes.push('disaggregated without prefill_gpus: none counted');
    }
    return { decoding: decode_tp, perReplica: decode_tp + prefill };
  }
  if (n_gpu !== undefined) {
    const perReplica = n_gpu / replicas;
    return { decoding: Math.max(1, perReplica - prefill), perReplica };
  }
  if (tp !== undefined) {
    notes.push('no n_gpu: tp x pp');
    return { decoding: tp * pp, perReplica: tp * pp + prefill };
  }
  notes.push('no n_gpu: the fewest accelerators that hold the weights');
  const fewest = byMemory();
  return { decoding: fewest, perReplica: fewest + prefill };
}

/** Tokens of prompt and answer, and mean tokens in the cache while decoding. */
function lengthsOf(
  record: PredictionRecord,
  file: AcceleratorEnergyFile,
  notes: string[],
): { inputTokens: number; outputTokens: number; contextTokens: number } {
  const inputTokens = record.n_in ?? record.input_tokens ?? taskTokens(record, file, notes);
  const outputTokens = record.mean_out ?? record.output_tokens;
  if (outputTokens === undefined) {
    throw new RangeError(`${record.config_id}: answer length is missing`);
  }
  if (record.lenbias_out === undefined && record.output_tokens === undefined) {
    notes.push(`no lenbias_out: ${LENGTH_BIAS} x mean_out`);
  }
  const seenTokens = record.lenbias_out ?? record.output_tokens ?? LENGTH_BIAS * outputTokens;
  return { inputTokens, outputTokens, contextTokens: inputTokens + 0.5 * seenTokens };
}

/** Prompt length of the task as the fit has it, else the chat task's. */
function taskTokens(
  { task }: PredictionRecord,
  file: AcceleratorEnergyFile,
  notes: string[],
): number {
  const measured = MeasuredRow.shape.task.safeParse(task);
  if (measured.success) return taskInputTokens(measured.data, file);
  notes.push(
    `${task === undefined ? 'no task' : `task ${task} is not known`} and no n_in: the chat task's prompt length`,
  );
  return taskInputTokens('lm-arena-chat', file);
}

import { taskInputTokens } from '../../catalog/measured-rows.ts';
import { MeasuredRow } from '../../catalog/measurement.ts';
import { type AcceleratorEnergyFile, acceleratorCoefficients } from '../../catalog/method.ts';
import { predictedJoulesPerOutputToken } from '../../estimation/measured-run.ts';
import type { ServingDistributions } from '../../estimation/method.ts';
import { acceleratorsForWeights } from '../../estimation/operating-point.ts';
import type { Range } from '../../estimation/ranges.ts';
import { matchAccelerator } from './foreign-accelerators.ts';
import type { PredictionRecord, RecordProblem } from './record.ts';
import { recordKnowledge } from './record-knowledge.ts';

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
  serving: Pick<ServingDistributions, 'memoryGigabytes' | 'usableMemoryShare'>;
}

/** Fields without which a known operating point cannot be predicted. */
export function missingForRun(record: PredictionRecord, index: number): RecordProblem[] {
  const problem = (field: string, expected: string) => ({
    index,
    configId: record.config_id,
    field,
    message: `expected ${expected}; found nothing`,
  });
  return [
    ...(record.avg_batch === undefined && record.max_batch === undefined
      ? [problem('avg_batch', 'the mean of sequences decoded together (or max_batch)')]
      : []),
    ...(record.mean_out === undefined
      ? [problem('mean_out', 'the mean number of output tokens per request')]
      : []),
  ];
}

/**
 * Predicts a configuration whose batch, accelerator and answer length are given, J per output token
 * with prefill folded in. The range is central x exp(+-t s): form error of what is known of the
 * architecture, no correction by the model's own measurements. Throws where `missingForRun` has
 * something to say.
 */
export function predictRun(
  record: PredictionRecord,
  { accelerator: file, serving }: RunMethod,
): Prediction {
  const { size, architecture, weightBits, notes } = recordKnowledge(record);
  const { accelerator, note } = matchAccelerator(record.gpu);
  if (note !== undefined) notes.push(note);
  const concurrentSequences = record.avg_batch ?? record.max_batch;
  const outputTokens = record.mean_out;
  if (concurrentSequences === undefined || outputTokens === undefined) {
    throw new RangeError(`${record.config_id}: batch or answer length is missing`);
  }
  if (record.avg_batch === undefined) notes.push('no avg_batch: max_batch taken for it');
  if (record.lenbias_out === undefined) notes.push(`no lenbias_out: ${LENGTH_BIAS} x mean_out`);
  if ((record.dp ?? 1) > 1) {
    notes.push('dp > 1: data-parallel attention is outside the fit, predicted all the same');
  }
  const inputTokens = inputTokensOf(record, file, notes);
  const { joulesPerOutputToken: central } = predictedJoulesPerOutputToken(
    {
      size,
      architecture,
      point: {
        accelerator,
        acceleratorsPerReplica: acceleratorCount(record, notes, () =>
          acceleratorsForWeights(size.totalBillions, weightBits, accelerator, serving),
        ),
        weightBits,
        concurrentSequences,
        contextTokens: inputTokens + 0.5 * (record.lenbias_out ?? LENGTH_BIAS * outputTokens),
      },
      inputTokens,
      outputTokens,
    },
    acceleratorCoefficients(file),
  );
  const { formErrorSdLn, studentT90 } = file;
  const sdLn = architecture === undefined ? formErrorSdLn.parameters : formErrorSdLn.architecture;
  const factor = Math.exp(studentT90 * sdLn);
  return { joules: { low: central / factor, central, high: central * factor }, notes };
}

function acceleratorCount(
  { n_gpu, tp, pp = 1 }: PredictionRecord,
  notes: string[],
  byMemory: () => number,
): number {
  if (n_gpu !== undefined) return n_gpu;
  if (tp !== undefined) {
    notes.push('no n_gpu: tp x pp');
    return tp * pp;
  }
  notes.push('no n_gpu: the fewest accelerators that hold the weights');
  return byMemory();
}

/** Prompt length: the record's own, else the fit's for the task, else the chat task's. */
function inputTokensOf(
  { task, n_in }: PredictionRecord,
  file: AcceleratorEnergyFile,
  notes: string[],
): number {
  if (n_in !== undefined) return n_in;
  const measured = MeasuredRow.shape.task.safeParse(task);
  if (measured.success) return taskInputTokens(measured.data, file);
  notes.push(
    `${task === undefined ? 'no task' : `task ${task} is not known`} and no n_in: the chat task's prompt length`,
  );
  return taskInputTokens('lm-arena-chat', file);
}

import type { MeasuredRun } from '../estimation/measured-run.ts';
import { arithmeticBits } from './arithmetic-bits.ts';
import type { AcceleratorEnergyFile } from './factor-files.ts';
import type { MeasuredRow } from './measurement.ts';

/**
 * A measured row in the core's terms. Decoding sees the prompt and, on average, half of the answer in the
 * cache, long answers counting by their length.
 */
export function measuredRun(row: MeasuredRow, file: AcceleratorEnergyFile): MeasuredRun {
  const inputTokens = row.meanInputTokens ?? taskInputTokens(row.task, file);
  return {
    size: {
      activeBillions: row.activeBillions,
      totalBillions: row.totalBillions,
      mixtureOfExperts: row.mixtureOfExperts,
    },
    architecture: row,
    point: {
      accelerator: row.accelerator,
      acceleratorsPerReplica: row.acceleratorCount,
      weightBits: row.weightBits,
      arithmeticBits: arithmeticBits(row.precision, row.accelerator),
      concurrentSequences: row.concurrentSequences,
      contextTokens: inputTokens + 0.5 * row.lengthBiasedOutputTokens,
      engine: 2025,
      speculation: 'none',
      disaggregated: false,
    },
    inputTokens,
    outputTokens: row.meanOutputTokens,
  };
}

/** Mean prompt length of a measured task. ML.ENERGY does not publish it, so two of three are fitted. */
export function taskInputTokens(
  task: MeasuredRow['task'],
  { fitted, fixed }: AcceleratorEnergyFile,
): number {
  switch (task) {
    case 'lm-arena-chat':
      return fitted.inputTokensChat.value;
    case 'sourcegraph-fim':
      return fitted.inputTokensFillInTheMiddle.value;
    case 'gpqa':
      return fixed.inputTokensGpqa;
  }
}

/** The task, accelerator and count that measurements of one model share: its cell. */
export function cellOf({ task, accelerator, acceleratorCount }: MeasuredRow): string {
  return [task, accelerator, acceleratorCount].join('|');
}

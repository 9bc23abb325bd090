import type { AcceleratorEnergyFile } from '../../catalog/factor-files.ts';
import type { MeasuredRow } from '../../catalog/measurement.ts';
import { acceleratorCoefficients } from '../../catalog/method-of-factors.ts';
import { measuredRun } from '../../catalog/mlenergy-run.ts';
import { predictedJoulesPerOutputToken } from '../../estimation/measured-run.ts';
import { type MeasuredPoint, mlEnergyPoint } from './measured-points.ts';

/** Whether the model may look at the published architecture or has to guess it from the size. */
export type ArchitectureUse = 'given' | 'withheld';

/** What a coefficient file predicts for a measured point, J per output token, prefill folded in. */
export function pointJoules(
  point: Pick<MeasuredPoint, 'run'>,
  file: AcceleratorEnergyFile,
  architectureUse: ArchitectureUse = 'given',
): number {
  const run = point.run(file);
  const architecture = architectureUse === 'given' ? run.architecture : undefined;
  return predictedJoulesPerOutputToken({ ...run, architecture }, acceleratorCoefficients(file))
    .joulesPerOutputToken;
}

/** The same for a row of ML.ENERGY. */
export function rowJoules(
  row: MeasuredRow,
  file: AcceleratorEnergyFile,
  architectureUse?: ArchitectureUse,
): number {
  return pointJoules(mlEnergyPoint(row), file, architectureUse);
}

/**
 * Prompt tokens per answer token, mean over rows: what a row's energy per output token holds of
 * prefill beside one token of decoding.
 */
export function meanInputPerOutputTokens(
  rows: readonly MeasuredRow[],
  file: AcceleratorEnergyFile,
): number {
  const ratios = rows.map((row) => {
    const { inputTokens, outputTokens } = measuredRun(row, file);
    return inputTokens / outputTokens;
  });
  return ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
}

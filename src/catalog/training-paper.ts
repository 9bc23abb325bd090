import * as z from 'zod';
import type { PaperAccelerator } from '../estimation/training/paper/accelerators.ts';
import { HowKnown, SourceId } from './source.ts';

/** Path of the constants of the paper Hugging Carbon, from the project's root. */
export const TRAINING_PAPER_FILE = 'data/training/hugging-carbon.yaml';

const share = z.number().positive().max(1);

/** data/training/hugging-carbon.yaml */
export const TrainingPaperFile = z.strictObject({
  how: HowKnown,
  sources: z.array(SourceId).min(1),
  /** Table 9. */
  accelerators: z.record(
    z.string(),
    z.strictObject({
      peakFlopPerSecond: z.number().positive(),
      averageWatts: z.number().positive(),
      efficiency: share,
    }),
  ),
  /** Section A.8.1. */
  runtime: z.strictObject({
    serverOverhead: z.number().nonnegative(),
    nodeWatts: z.number().nonnegative(),
    acceleratorsPerNode: z.int().positive(),
    powerUsageEffectiveness: z.number().min(1),
  }),
  /** Tables 10 and 11. */
  regressions: z.strictObject({
    operations: z.strictObject({
      intercept: z.number(),
      ofFlop: z.number(),
      ofGrid: z.number(),
      ofFamily: z.strictObject({ A: z.number(), H: z.number(), others: z.number() }),
    }),
    parameters: z.strictObject({
      intercept: z.number(),
      ofParameters: z.number(),
      ofGrid: z.number(),
      ofInstruct: z.number(),
    }),
  }),
  /** Section A.6. */
  corrections: z.strictObject({
    frozenShare: share,
    encoderDecoderFlop: z.number().positive(),
    clipFactor: z.number().positive(),
  }),
  /** Of data centres in the world's electricity. */
  electricityShares: z.strictObject({ 2024: share, 2030: share, 2035: share }),
});
export type TrainingPaperFile = z.infer<typeof TrainingPaperFile>;

/** The paper's entry for an accelerator of ours, whose boards it does not tell apart; undefined where it has none. */
export function paperAcceleratorOf(
  name: string,
  { accelerators }: Pick<TrainingPaperFile, 'accelerators'>,
): PaperAccelerator | undefined {
  const board = name.replace(/ PCIe$/, '');
  return Object.hasOwn(accelerators, board) ? accelerators[board] : undefined;
}

import type { TrainingFacts } from '../../estimation/training/estimate.ts';
import { gridSdLn, TRAINING_METHOD } from '../../estimation/training/method.ts';
import { DEVIATE_OF_95 } from '../../estimation/training/spread.ts';
import { visionFlop } from '../../estimation/training/vision-flop.ts';
import type { TrainingAcceleratorFile } from '../training-accelerator.ts';
import type { VisionRow } from '../training-vision.ts';
import { dataSheetOf } from './accelerator-named.ts';

/** Half of nine in ten: low to high of the samples holds as many as a published range does. */
const RANGE_IN_SDS = 2 * DEVIATE_OF_95;

/** With what training at another size than evaluation, and augmentation, leave open. */
const MACS_SD_LN = 0.35;

/**
 * What an estimate of a vision model rests on: operations from its multiply-accumulates and the samples
 * it saw. Accelerator, maker and place are unknown to these collections: an A100 and the world's grid
 * stand in. Undefined where nothing says how many samples.
 */
export function visionFacts(
  { macs, samples, samples_low: low, samples_high: high }: VisionRow,
  accelerators: TrainingAcceleratorFile,
): TrainingFacts | undefined {
  if (samples === undefined || low === undefined || high === undefined) return undefined;
  return {
    flop: {
      median: visionFlop({ macs, samplesPerEpoch: samples }),
      sdLn: Math.hypot(Math.log(high / low) / RANGE_IN_SDS, MACS_SD_LN),
    },
    accelerator: dataSheetOf('A100', accelerators),
    acceleratorStated: false,
    grid: {
      gramsPerKilowattHour: TRAINING_METHOD.worldGridGramsPerKilowattHour,
      sdLn: gridSdLn(undefined),
    },
  };
}

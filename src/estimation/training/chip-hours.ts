import { SECONDS_PER_HOUR } from '../units.ts';
import type { TrainingAccelerator } from './accelerators.ts';
import { TRAINING_METHOD } from './method.ts';

/**
 * FLOP of a run over what its accelerators could have done in its hours: higher for larger runs,
 * ln m = ln m0 + 0.052 (log10 F - 23), the FLOP held within what was seen.
 */
export function throughputShare(accelerator: TrainingAccelerator, flop: number): number {
  const { shareAt1e23, perDecade, flopBounds } = TRAINING_METHOD.throughput;
  const within = Math.min(Math.max(flop, flopBounds.low), flopBounds.high);
  return shareAt1e23[accelerator.class] * Math.exp(perDecade * (Math.log10(within) - 23));
}

/** Hours of one accelerator that a run takes, summed over all of them, at a share of its peak. */
export function chipHoursAt(
  accelerator: TrainingAccelerator,
  flop: number,
  shareOfPeak: number,
): number {
  return flop / (accelerator.peakFlopPerSecond * shareOfPeak * SECONDS_PER_HOUR);
}

/** Accelerators that models are trained on. */

/** How far accelerators of one kind come: they share their throughput over a run and their servers' share. */
export const TRAINING_CLASSES = ['ampere', 'hopper-and-later', 'tpu', 'older'] as const;
export type TrainingClass = (typeof TRAINING_CLASSES)[number];

/** An accelerator with what its data sheet says. */
export interface TrainingAccelerator {
  name: string;
  /** Dense FLOP per second at 16 bits. */
  peakFlopPerSecond: number;
  /** Board power, W. */
  boardWatts: number;
  class: TrainingClass;
}

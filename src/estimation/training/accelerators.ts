/** Accelerators that models are trained on, with what their data sheets say. */

/** How far accelerators of one kind come: they share their throughput over a run and their servers' share. */
export type TrainingClass = 'ampere' | 'hopper-and-later' | 'tpu' | 'older';

interface DataSheet {
  /** Dense FLOP per second at 16 bits. */
  peakFlopPerSecond: number;
  /** Board power, W. */
  boardWatts: number;
  class: TrainingClass;
}

const sheet = (
  peakFlopPerSecond: number,
  boardWatts: number,
  trainingClass: TrainingClass,
): DataSheet => ({ peakFlopPerSecond, boardWatts, class: trainingClass });

/**
 * Dense 16-bit throughput and board power. Source: Epoch AI, Data on Machine Learning Hardware, 2026-07,
 * which quotes the makers' data sheets. A PCIe board that takes less than the common one is its own entry.
 */
export const TRAINING_ACCELERATORS = {
  A100: sheet(3.12e14, 400, 'ampere'),
  'A100 PCIe': sheet(3.12e14, 250, 'ampere'),
  A800: sheet(3.12e14, 400, 'ampere'),
  H100: sheet(9.89e14, 700, 'hopper-and-later'),
  H200: sheet(9.89e14, 700, 'hopper-and-later'),
  H800: sheet(9.89e14, 700, 'hopper-and-later'),
  GH200: sheet(9.89e14, 700, 'hopper-and-later'),
  B200: sheet(2.25e15, 1000, 'hopper-and-later'),
  B300: sheet(2.25e15, 1100, 'hopper-and-later'),
  GB200: sheet(2.5e15, 1200, 'hopper-and-later'),
  GB300: sheet(2.5e15, 1400, 'hopper-and-later'),
  MI300X: sheet(1.307e15, 750, 'hopper-and-later'),
  MI300A: sheet(9.81e14, 760, 'hopper-and-later'),
  V100: sheet(1.25e14, 300, 'older'),
  P100: sheet(2.12e13, 300, 'older'),
  K80: sheet(8.7e12, 300, 'older'),
  T4: sheet(6.5e13, 70, 'older'),
  L4: sheet(1.21e14, 72, 'older'),
  A40: sheet(1.497e14, 300, 'older'),
  A30: sheet(1.65e14, 165, 'older'),
  A10: sheet(1.25e14, 150, 'older'),
  A6000: sheet(1.548e14, 300, 'older'),
  'RTX 3090': sheet(7.1e13, 350, 'older'),
  'RTX 4090': sheet(1.652e14, 450, 'older'),
  'RTX 6000 Ada': sheet(3.64e14, 300, 'older'),
  MI250X: sheet(3.83e14, 560, 'older'),
  'Ascend 910': sheet(2.56e14, 310, 'older'),
  'Ascend 910B': sheet(3.76e14, 400, 'older'),
  'Ascend 910C': sheet(8.0e14, 700, 'older'),
  Trainium1: sheet(1.9e14, 500, 'older'),
  Trainium2: sheet(6.67e14, 500, 'older'),
  'TPU v2': sheet(4.6e13, 280, 'tpu'),
  'TPU v3': sheet(1.23e14, 450, 'tpu'),
  'TPU v4': sheet(2.75e14, 340, 'tpu'),
  'TPU v5e': sheet(1.97e14, 225, 'tpu'),
  'TPU v5p': sheet(4.59e14, 540, 'tpu'),
  'TPU v6e': sheet(9.18e14, 380, 'tpu'),
  'TPU v7': sheet(2.307e15, 960, 'tpu'),
} as const satisfies Record<string, DataSheet>;

export type TrainingAccelerator = keyof typeof TRAINING_ACCELERATORS;

/** Whether a name is one of the table. */
export function isTrainingAccelerator(name: string): name is TrainingAccelerator {
  return Object.hasOwn(TRAINING_ACCELERATORS, name);
}

/** What the data sheet of an accelerator says. */
export function dataSheetOf(accelerator: TrainingAccelerator): DataSheet {
  return TRAINING_ACCELERATORS[accelerator];
}

/** The accelerators of the paper's Table 9, as it prints them; data sheets say otherwise of several. */
interface PaperAccelerator {
  /** FLOP per second; the table's head says TFLOPs. */
  peakFlopPerSecond: number;
  averageWatts: number;
  /** FLOP done over FLOP possible. */
  efficiency: number;
}

const row = (
  peakFlopPerSecond: number,
  averageWatts: number,
  efficiency: number,
): PaperAccelerator => ({ peakFlopPerSecond, averageWatts, efficiency });

export const PAPER_ACCELERATORS = {
  A100: row(3.12e14, 400, 0.35),
  A800: row(3.12e14, 350, 0.3),
  H100: row(9.89e14, 600, 0.45),
  H200: row(1e15, 650, 0.45),
  H800: row(8e14, 550, 0.4),
  V100: row(1.25e14, 300, 0.25),
  T4: row(6.5e13, 70, 0.2),
  L4: row(1.2e14, 75, 0.25),
  A40: row(3e14, 300, 0.25),
  A30: row(1.65e14, 300, 0.25),
  'RTX 6000 Ada': row(1.45e14, 300, 0.25),
  MI250X: row(3.83e14, 560, 0.3),
  MI300X: row(1.2e15, 750, 0.4),
  'TPU v2': row(4.5e13, 120, 0.25),
  'TPU v3': row(1.23e14, 187, 0.35),
  'TPU v4': row(2.75e14, 220, 0.45),
  'TPU v5e': row(8e13, 120, 0.35),
  'TPU v5p': row(2.9e14, 280, 0.45),
} as const satisfies Record<string, PaperAccelerator>;

export type PaperAcceleratorName = keyof typeof PAPER_ACCELERATORS;

/** Whether the paper's table has an accelerator. */
export function inPaper(name: string): name is PaperAcceleratorName {
  return Object.hasOwn(PAPER_ACCELERATORS, name);
}

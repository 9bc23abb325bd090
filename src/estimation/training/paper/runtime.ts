import { PAPER_ACCELERATORS, type PaperAcceleratorName } from './accelerators.ts';

/** The paper's runtime and energy, its section A.8.1, with its Table 9. */

const SECONDS_PER_HOUR = 3600;
const WATTS_PER_MEGAWATT = 1e6;

export const PAPER_RUNTIME = {
  /** What the rest of a server takes over its accelerators. */
  serverOverhead: 0.2,
  /** Processor and memory of a node. */
  nodeWatts: 250 + 100,
  acceleratorsPerNode: 8,
  powerUsageEffectiveness: 1.2,
} as const;

/** Chip-hours of a run by the efficiency of Table 9. */
export function paperChipHours(accelerator: PaperAcceleratorName, flop: number): number {
  const { peakFlopPerSecond, efficiency } = PAPER_ACCELERATORS[accelerator];
  return flop / (peakFlopPerSecond * efficiency * SECONDS_PER_HOUR);
}

/** MWh of chip-hours: accelerators with 20 % for the rest of the servers, nodes of eight, and PUE 1.2. */
export function paperMegawattHours(
  accelerator: PaperAcceleratorName,
  chipHours: number,
  perNode: number = PAPER_RUNTIME.acceleratorsPerNode,
): number {
  const { averageWatts } = PAPER_ACCELERATORS[accelerator];
  const { serverOverhead, nodeWatts, powerUsageEffectiveness } = PAPER_RUNTIME;
  const watts = averageWatts * (1 + serverOverhead) + nodeWatts / perNode;
  return (watts * chipHours * powerUsageEffectiveness) / WATTS_PER_MEGAWATT;
}

/** MWh of chip-hours with PUE alone, which prints the paper's own Table 2 more closely. */
export function paperMegawattHoursPueOnly(
  accelerator: PaperAcceleratorName,
  chipHours: number,
): number {
  return (
    (PAPER_ACCELERATORS[accelerator].averageWatts *
      chipHours *
      PAPER_RUNTIME.powerUsageEffectiveness) /
    WATTS_PER_MEGAWATT
  );
}

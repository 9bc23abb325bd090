import { PAPER_ACCELERATORS, type PaperAcceleratorName } from './accelerators.ts';

/** The paper's runtime and energy, its section A.8.1, with its Table 9. */

const SECONDS_PER_HOUR = 3600;
const WATTS_PER_MEGAWATT = 1e6;
const IT_OVERHEAD = 0.2;
/** Processor and memory of a node. */
const NODE_WATTS = 250 + 100;
export const PAPER_PUE = 1.2;
const ACCELERATORS_PER_NODE = 8;

/** Chip-hours of a run by the efficiency of Table 9. */
export function paperChipHours(accelerator: PaperAcceleratorName, flop: number): number {
  const { peakFlopPerSecond, efficiency } = PAPER_ACCELERATORS[accelerator];
  return flop / (peakFlopPerSecond * efficiency * SECONDS_PER_HOUR);
}

/** MWh of chip-hours: accelerators with 20 % for the rest of the servers, nodes of eight, and PUE 1.2. */
export function paperMegawattHours(
  accelerator: PaperAcceleratorName,
  chipHours: number,
  perNode: number = ACCELERATORS_PER_NODE,
): number {
  const { averageWatts } = PAPER_ACCELERATORS[accelerator];
  const watts = averageWatts * (1 + IT_OVERHEAD) + NODE_WATTS / perNode;
  return (watts * chipHours * PAPER_PUE) / WATTS_PER_MEGAWATT;
}

/** MWh of chip-hours with PUE alone, which prints the paper's own Table 2 more closely. */
export function paperMegawattHoursPueOnly(
  accelerator: PaperAcceleratorName,
  chipHours: number,
): number {
  return (
    (PAPER_ACCELERATORS[accelerator].averageWatts * chipHours * PAPER_PUE) / WATTS_PER_MEGAWATT
  );
}

import { SECONDS_PER_HOUR, WATTS_PER_MEGAWATT } from '../../units.ts';
import type { PaperAccelerator } from './accelerators.ts';

/** The paper's runtime and energy, its section A.8.1, with its Table 9. */

/** What it takes of servers and buildings. */
export interface PaperRuntime {
  /** What the rest of a server takes over its accelerators. */
  serverOverhead: number;
  /** Processor and memory of a node. */
  nodeWatts: number;
  acceleratorsPerNode: number;
  powerUsageEffectiveness: number;
}

/** Chip-hours of a run by the efficiency of Table 9. */
export function paperChipHours(
  { peakFlopPerSecond, efficiency }: PaperAccelerator,
  flop: number,
): number {
  return flop / (peakFlopPerSecond * efficiency * SECONDS_PER_HOUR);
}

/** MWh of chip-hours: accelerators with the rest of the servers, nodes, and PUE. */
export function paperMegawattHours(
  { averageWatts }: PaperAccelerator,
  chipHours: number,
  { serverOverhead, nodeWatts, acceleratorsPerNode, powerUsageEffectiveness }: PaperRuntime,
): number {
  const watts = averageWatts * (1 + serverOverhead) + nodeWatts / acceleratorsPerNode;
  return (watts * chipHours * powerUsageEffectiveness) / WATTS_PER_MEGAWATT;
}

/** MWh of chip-hours with PUE alone, which prints the paper's own Table 2 more closely. */
export function paperMegawattHoursPueOnly(
  { averageWatts }: PaperAccelerator,
  chipHours: number,
  { powerUsageEffectiveness }: PaperRuntime,
): number {
  return (averageWatts * chipHours * powerUsageEffectiveness) / WATTS_PER_MEGAWATT;
}

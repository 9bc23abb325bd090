import { FLOP_PER_ZFLOP, JOULES_PER_MEGAWATT_HOUR } from '../../units.ts';
import type { PaperAccelerator } from './accelerators.ts';

/** The paper's "AI training carbon intensity" (ATCI), tonnes per ZFLOP (1e21). */

interface Circumstances {
  tonnesPerMegawattHour: number;
  powerUsageEffectiveness: number;
  /** Hours over those that the operations alone would take. */
  timeFactor?: number;
}

/** Equation 5 as printed: at peak throughput. The text's unit, t per EFLOP, cannot be meant. */
export function intensityAtPeak(
  { averageWatts, peakFlopPerSecond }: PaperAccelerator,
  { tonnesPerMegawattHour, powerUsageEffectiveness, timeFactor = 1 }: Circumstances,
): number {
  const megawattHoursPerZflop =
    ((averageWatts / peakFlopPerSecond) * FLOP_PER_ZFLOP) / JOULES_PER_MEGAWATT_HOUR;
  return megawattHoursPerZflop * powerUsageEffectiveness * timeFactor * tonnesPerMegawattHour;
}

/** The same with the efficiency that the paper's emissions are computed with: two to four times as much. */
export function intensityAsEmitted(
  accelerator: PaperAccelerator,
  circumstances: Circumstances,
): number {
  return intensityAtPeak(accelerator, circumstances) / accelerator.efficiency;
}

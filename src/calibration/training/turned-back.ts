import type { KnownRun } from '../../catalog/training/known-run.ts';
import { quotedHours } from '../../catalog/training/run-hours.ts';
import { chipHoursAt } from '../../estimation/training/chip-hours.ts';
import { TRAINING_METHOD } from '../../estimation/training/method.ts';
import { rangeOfSpread } from '../../estimation/training/spread.ts';

/**
 * How hours that are turned back from operations fare: of the runs whose row has operations computed from
 * hours, no share of the peak, and these hours beside them, how many there are and the share in its range.
 */
export function turnedBackCoverage(runs: readonly KnownRun[]): { runs: number; inside: number } {
  const { usualShare, usualSdLn } = TRAINING_METHOD.turnedBack;
  const held = runs.flatMap(({ row, accelerator }) => {
    if (row?.flop === undefined || row.flop_from.join() !== 'hardware') return [];
    if (row.utilisation !== undefined || row.bases.length > 0 || !accelerator.stated) return [];
    const hours = quotedHours(row);
    if (hours === undefined) return [];
    const median = chipHoursAt(accelerator, row.flop, usualShare);
    const { low, high } = rangeOfSpread({ median, sdLn: usualSdLn });
    return [low <= hours && hours <= high];
  });
  return { runs: held.length, inside: held.filter(Boolean).length / held.length };
}

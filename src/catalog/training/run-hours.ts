import type { TrainingAccelerator } from '../../estimation/training/accelerators.ts';
import { chipHoursAt } from '../../estimation/training/chip-hours.ts';
import type { Spread } from '../../estimation/training/spread.ts';
import type { RunRow } from '../training-run.ts';
import type { TrainingStatement } from '../training-statement.ts';

/** Spread of hours that a table quotes, and of those that hours were turned into operations with. */
const QUOTED_HOURS_SD_LN = 0.1;
const TURNED_BACK_SD_LN = 0.2;
/** With which Epoch AI turns hours into operations where it states no other. */
const USUAL_UTILISATION = 0.3;
const LEAST_SHARE_OF_PEAK = 0.01;

/** Chip-hours as a maker states them. */
export function statedHours({ acceleratorHours }: TrainingStatement): Spread | undefined {
  return acceleratorHours === undefined ? undefined : { median: acceleratorHours, sdLn: 0 };
}

/** Chip-hours as the maker states them, else as the table quotes them, else turned back from operations. */
export function hoursOf(
  row: RunRow,
  {
    stated,
    flop,
    accelerator,
    bases,
  }: {
    stated: TrainingStatement | undefined;
    flop: number | undefined;
    accelerator: TrainingAccelerator & { stated: boolean };
    /** Rows of the models that it starts from. */
    bases: readonly RunRow[];
  },
): Spread | undefined {
  const own = stated && statedHours(stated);
  if (own !== undefined) return own;
  const quoted = quotedHours(row);
  const ofBase = bases.some((base) => quotedHours(base) === quoted);
  // Whose accelerator is stated and who starts from nothing may well have kept it at little.
  const leastShare = accelerator.stated && row.bases.length === 0 ? 0 : LEAST_SHARE_OF_PEAK;
  if (quoted !== undefined && !ofBase && agrees(quoted, flop, accelerator, leastShare)) {
    return { median: quoted, sdLn: QUOTED_HOURS_SD_LN };
  }
  // Operations that were computed from hours say no more than these did.
  const fromHours = row.flop_from.join() === 'hardware';
  if (!fromHours || flop === undefined || !accelerator.stated) return undefined;
  const share = row.utilisation ?? USUAL_UTILISATION;
  return { median: chipHoursAt(accelerator, flop, share), sdLn: TURNED_BACK_SD_LN };
}

/**
 * Whether quoted hours may be of these operations: no accelerator does more than its peak, or less than
 * a least share of it. Where they may not, the hours are of something else, such as the fine-tuning or
 * the base, and the operations count.
 */
function agrees(
  chipHours: number,
  flop: number | undefined,
  accelerator: TrainingAccelerator,
  leastShare: number,
): boolean {
  if (flop === undefined) return true;
  const shareOfPeak = chipHoursAt(accelerator, flop, 1) / chipHours;
  return shareOfPeak <= 1 && shareOfPeak >= leastShare;
}

function quotedHours({ chip_hours: chipHours, chips, wall_hours: wallHours }: RunRow) {
  if (chipHours !== undefined) return chipHours;
  return chips === undefined || wallHours === undefined ? undefined : chips * wallHours;
}

import type { TrainingAccelerator } from '../../estimation/training/accelerators.ts';
import { chipHoursAt, throughputShare } from '../../estimation/training/chip-hours.ts';
import { sdLnOfConfidence, TRAINING_METHOD } from '../../estimation/training/method.ts';
import type { Spread } from '../../estimation/training/spread.ts';
import type { RunRow } from '../training-run.ts';
import type { TrainingStatement } from '../training-statement.ts';

const LEAST_SHARE_OF_PEAK = 0.01;
/** Hours of a row, counted and as accelerators x time, that differ by this much contradict each other. */
const CONTRADICTED_BY = 3;

/** Hours of one accelerator, summed over all, that are known of a run. */
export interface KnownHours {
  chipHours?: Spread | undefined;
  /** Hours of the table that are not used, and what the run's operations are of the accelerator's peak in them. */
  setAside?: HoursOfPeak;
  /** Where the row has hours twice and contradicts itself: those that are not taken, and those that are. */
  contradiction?: { notTaken: HoursOfPeak; taken: HoursOfPeak; usualShare: number };
}

/** Hours, and what a run's operations are of its accelerators' peak in them. */
export interface HoursOfPeak {
  chipHours: number;
  shareOfPeak: number;
}

/** Chip-hours as a maker states them. */
export function statedHours({ acceleratorHours }: TrainingStatement): Spread | undefined {
  return acceleratorHours === undefined ? undefined : { median: acceleratorHours, sdLn: 0 };
}

/**
 * Chip-hours as the maker states them, else as the table quotes them, of two counts that contradict each other
 * the one that the operations fit. No accelerator does more than its
 * peak, and few runs less than a least share of it: where the operations would, the quoted hours are of
 * something else, such as the fine-tuning, the base or a part of the tokens, and the operations count.
 */
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
): KnownHours {
  const own = stated && statedHours(stated);
  if (own !== undefined) return { chipHours: own };
  if (bases.some((base) => quotedHours(base) === quotedHours(row))) return {};
  // Operations of a row that cannot be its own still say which of its hours they came from.
  const contradiction = contradictionOf(row, { flop: flop ?? row.flop, accelerator });
  const quoted = contradiction?.taken.chipHours ?? quotedHours(row);
  if (quoted === undefined) return {};
  if (flop !== undefined) {
    const shareOfPeak = chipHoursAt(accelerator, flop, 1) / quoted;
    // Whose accelerator is stated and who starts from nothing may well have kept it at little.
    const leastShare = accelerator.stated && row.bases.length === 0 ? 0 : LEAST_SHARE_OF_PEAK;
    if (shareOfPeak > 1 || shareOfPeak < leastShare) {
      return { setAside: { chipHours: quoted, shareOfPeak } };
    }
  }
  return {
    chipHours: { median: quoted, sdLn: sdLnOfConfidence(row.confidence) },
    ...(contradiction && { contradiction }),
  };
}

/**
 * Of hours that a row counts and hours that its accelerators and their time make, where they contradict each
 * other: those in which its operations come nearer to the share of the peak that such runs mostly reach.
 * Undefined where nothing can tell.
 */
function contradictionOf(
  { chip_hours: counted, chips, wall_hours: wallHours }: RunRow,
  {
    flop,
    accelerator,
  }: { flop: number | undefined; accelerator: TrainingAccelerator & { stated: boolean } },
): KnownHours['contradiction'] {
  if (counted === undefined || chips === undefined || wallHours === undefined) return undefined;
  if (flop === undefined || !accelerator.stated) return undefined;
  const times = counted / (chips * wallHours);
  if (times < CONTRADICTED_BY && times > 1 / CONTRADICTED_BY) return undefined;
  const usualShare = throughputShare(accelerator, flop);
  const [taken, notTaken] = [counted, chips * wallHours]
    .map((chipHours) => ({ chipHours, shareOfPeak: chipHoursAt(accelerator, flop, 1) / chipHours }))
    .toSorted((a, b) => lnTimes(a.shareOfPeak, usualShare) - lnTimes(b.shareOfPeak, usualShare));
  return taken && notTaken && { taken, notTaken, usualShare };
}

/** How many times one is the other, whichever is larger, as a logarithm. */
function lnTimes(one: number, other: number): number {
  return Math.abs(Math.log(one / other));
}

/**
 * The share of its accelerators' peak at which the operations of a run were computed from hours that the
 * table does not give; undefined where they come from elsewhere. They say no more than those hours did.
 */
export function turnedBackAt(
  { flop_from: from, utilisation }: RunRow,
  accelerator: { stated: boolean },
): Spread | undefined {
  if (from.join() !== 'hardware' || !accelerator.stated) return undefined;
  const { usualShare, usualSdLn, statedSdLn } = TRAINING_METHOD.turnedBack;
  return utilisation === undefined
    ? { median: usualShare, sdLn: usualSdLn }
    : { median: utilisation, sdLn: statedSdLn };
}

/** Chip-hours of a row: as it has them, else of so many accelerators for so long. */
export function quotedHours({ chip_hours: chipHours, chips, wall_hours: wallHours }: RunRow) {
  if (chipHours !== undefined) return chipHours;
  return chips === undefined || wallHours === undefined ? undefined : chips * wallHours;
}

import type { TrainingStatement } from '../../catalog/training-statement.ts';
import { countText } from '../../text/numbers.ts';

/** What was stated of a training, in the words of the table. */

const COUNTS = {
  'final-runs': 'final runs',
  development: 'all of development',
  'training-and-use': 'training and use',
} as const satisfies Record<TrainingStatement['counts'], string>;

const ACCOUNTING = {
  'location-based': 'location-based',
  'market-based': 'market-based',
  unstated: 'accounting unstated',
} as const satisfies Record<TrainingStatement['accounting'], string>;

/** Tonnes as printed, since these are others' figures and not estimates of ours; a dash where none are. */
export function tonnesText({ tonnesCO2e }: Pick<TrainingStatement, 'tonnesCO2e'>): string {
  if (tonnesCO2e === undefined) return '–';
  return typeof tonnesCO2e === 'number'
    ? printedTonnes(tonnesCO2e)
    : `${printedTonnes(tonnesCO2e.low)}–${printedTonnes(tonnesCO2e.high)}`;
}

/** A figure of others in tonnes, with the digits that it was printed with. */
export function printedTonnes(tonnes: number): string {
  return tonnes >= 1000 ? countText(Math.round(tonnes)) : String(tonnes);
}

/** What the statement counts, and whose it is if not the maker's. */
export function countedText({
  counts,
  accounting,
  statedBy,
}: Pick<TrainingStatement, 'counts' | 'accounting' | 'statedBy'>): string {
  const whose = statedBy === 'others' ? ['estimated by others'] : [];
  return [COUNTS[counts], ACCOUNTING[accounting], ...whose].join(', ');
}

/** The accelerators' hours, in thousands. */
export function hoursText({
  acceleratorHours: hours,
  accelerator,
}: Pick<TrainingStatement, 'acceleratorHours' | 'accelerator'>): string {
  return hours === undefined
    ? '–'
    : `${countText(Math.round(hours / 1000))} thousand ${accelerator ?? ''}`;
}

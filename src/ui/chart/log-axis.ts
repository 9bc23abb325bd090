import type { Range } from '../../estimation/ranges.ts';
import { shortTokenText } from '../../text/tokens.ts';
import { placesOf, type RangePlaces } from './range-shape.ts';

/** A logarithmic axis between two values; positions are in per cent of its length. */
export interface LogAxis {
  low: number;
  high: number;
}

/** One mark of the axis; those without a label are the ones between decades. */
export interface Tick {
  value: number;
  position: number;
  label: string | undefined;
}

const MANTISSAS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The axis that holds all ranges, ending on round values (one digit times a power of ten). */
export function axisFor(ranges: readonly Pick<Range, 'low' | 'high'>[]): LogAxis {
  const low = roundOutward(Math.min(...ranges.map((range) => range.low)), Math.floor);
  const high = roundOutward(Math.max(...ranges.map((range) => range.high)), Math.ceil);
  // Of one round value alone an axis would have no length, and nothing a place on it.
  return { low, high: high === low ? Number((10 * low).toPrecision(1)) : high };
}

function roundOutward(value: number, round: (mantissa: number) => number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return Number((round(value / power) * power).toPrecision(1));
}

/** Where a value lies on the axis, in per cent; values beyond its ends are held at them. */
export function positionOn({ low, high }: LogAxis, value: number): number {
  const share = Math.log(value / low) / Math.log(high / low);
  return Math.min(100, Math.max(0, 100 * share));
}

/**
 * Ticks at one to nine times each power of ten within the axis. Labelled are the powers of ten, or,
 * on an axis shorter than two decades, one, two and five times them; on one longer than eight, every
 * second power, and on one longer than eleven, every third.
 */
export function ticksOf(axis: LogAxis): Tick[] {
  const decades = Math.log10(axis.high / axis.low);
  const labelled = decades > 2 ? [1] : [1, 2, 5];
  const everyPower = decades > 11 ? 3 : decades > 8 ? 2 : 1;
  const ticks: Tick[] = [];
  for (let power = Math.floor(Math.log10(axis.low)); 10 ** power <= axis.high; power += 1) {
    for (const mantissa of MANTISSAS) {
      const value = Number((mantissa * 10 ** power).toPrecision(1));
      if (value < axis.low || value > axis.high) continue;
      const isLabelled = labelled.includes(mantissa) && power % everyPower === 0;
      const label = isLabelled ? labelOf(value) : undefined;
      ticks.push({ value, position: positionOn(axis, value), label });
    }
  }
  return ticks;
}

/** Long numbers short, so that neighbours do not run into each other. */
function labelOf(value: number): string {
  return value < 10_000 ? String(value) : shortTokenText(value);
}

/** How near to an end of the axis a label no longer stands centred on its tick. */
export const AXIS_ENDS_PERCENT = 4;

/** Steps of the histogram that an axis may carry. */
export const HISTOGRAM_STEPS = 72;

/** How many values fall into each of `bins` equal steps of the axis. */
export function histogramOn(axis: LogAxis, values: readonly number[], bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.floor((positionOn(axis, value) / 100) * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** Where a range lies on the axis, in per cent. */
export function placesOn(axis: LogAxis, range: Range): RangePlaces {
  return placesOf(range, (value) => positionOn(axis, value));
}

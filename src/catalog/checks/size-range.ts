import type { Parameters } from '../maker.ts';

/** A size in billions of parameters as its two ends, which are equal where it is one figure. */
export interface SizeRange {
  low: number;
  high: number;
}

/** Reads a figure or a range as a range. */
export function sizeRange(size: Parameters['totalBillions']): SizeRange {
  return typeof size === 'number' ? { low: size, high: size } : size;
}

/** A size in words for a problem's message, such as "30.5" or "280 to 288". */
export function sizeInWords(size: Parameters['totalBillions']): string {
  return typeof size === 'number' ? String(size) : `${size.low} to ${size.high}`;
}

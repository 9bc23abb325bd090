import type { LogNormal } from '../distributions.ts';
import type { Range } from '../ranges.ts';

/** A quantity that is known up to a factor: log-normal, with the standard deviation of its logarithm. */
export type Spread = LogNormal;

/** Standard normal deviate below which 95 % lie, to the three decimals that the method states. */
export const DEVIATE_OF_95 = 1.645;

/** 5th, 50th and 95th percentile of a log-normal quantity. */
export function rangeOfSpread({ median, sdLn }: Spread): Range {
  const factor = Math.exp(DEVIATE_OF_95 * sdLn);
  return { low: median / factor, central: median, high: median * factor };
}

/** A quantity times another: the medians multiply, independent spreads add up as squares. */
export function timesSpread(quantity: Spread, factor: Spread): Spread {
  return {
    median: quantity.median * factor.median,
    sdLn: Math.hypot(quantity.sdLn, factor.sdLn),
  };
}

/** The mean of a log-normal quantity, which lies above its median. */
export function meanOfSpread({ median, sdLn }: Spread): number {
  return median * Math.exp(sdLn ** 2 / 2);
}

import type { TokenEstimate } from '../estimation/estimate.ts';
import type { Range } from '../estimation/ranges.ts';

/** Four significant digits: more than any estimate supports, few enough to keep files small. */
const SIGNIFICANT_DIGITS = 4;

/** A number to the published digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

/** A range to the published digits. */
export function rangeJson({ low, central, high }: Range): Range {
  return { low: rounded(low), central: rounded(central), high: rounded(high) };
}

/** The same with the middle half, where it is known. */
export function rangeWithMiddleHalfJson(range: Range): Range {
  const { middleHalf } = range;
  return {
    ...rangeJson(range),
    ...(middleHalf && {
      middleHalf: { low: rounded(middleHalf.low), high: rounded(middleHalf.high) },
    }),
  };
}

/** What a thousand tokens take, to the published digits. */
export function tokensJson({
  gramsCO2e,
  wattHours,
  millilitresWater,
}: Pick<TokenEstimate, 'gramsCO2e' | 'wattHours' | 'millilitresWater'>) {
  return {
    gramsCO2e: rangeJson(gramsCO2e),
    wattHours: rangeJson(wattHours),
    millilitresWater: rangeJson(millilitresWater),
  };
}

import type { Range } from '../../../estimation/ranges.ts';
import { shownNumber } from '../../../text/numbers.ts';

/** What would have to be true of a query for it to emit a claimed amount. */
export interface ClaimConditions {
  /** Output tokens that emit as much at our median, and at the upper end of our range. */
  outputTokens: number;
  outputTokensAtHighEnd: number;
  /** Wh at the facility, at the mix of places and hardware that the model is taken to have. */
  wattHours: number;
}

/** What a claim of so many gCO2e a query asks of a model with these figures per 1000 output tokens. */
export function claimConditions(
  grams: number,
  { gramsCO2e, wattHours }: Readonly<{ gramsCO2e: Range; wattHours: Range }>,
): ClaimConditions {
  return {
    outputTokens: (1000 * grams) / gramsCO2e.central,
    outputTokensAtHighEnd: (1000 * grams) / gramsCO2e.high,
    wattHours: (grams * wattHours.central) / gramsCO2e.central,
  };
}

/** Where a claim stands against our range for a query, in words, by the two digits that are shown. */
export function claimAgainst(grams: number, { low, high }: Range): string {
  const highest = shownNumber(high);
  if (grams === highest) return 'at the upper end of the range';
  if (grams > highest) return 'above the range';
  return grams < low ? 'below the range' : 'within the range';
}

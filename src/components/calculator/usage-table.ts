import type { WorkloadEstimate } from '../../estimation/estimate.ts';
import type { Range } from '../../estimation/ranges.ts';
import { percentText } from '../../text/numbers.ts';
import { type Quantity, type Unit, unitFor } from './amount.ts';

/** The unit of each column: that of the total's median, so that a column adds up by eye. */
export function unitsOf(total: WorkloadEstimate): Record<Quantity, Unit> {
  return {
    gramsCO2e: unitFor('gramsCO2e', total.gramsCO2e),
    wattHours: unitFor('wattHours', total.wattHours),
    millilitresWater: unitFor('millilitresWater', total.millilitresWater),
  };
}

/** A share of the total with its range: "41 % (22 % to 63 %)"; all of it has no range. */
export function shareText({ low, central, high }: Range): string {
  return low === 1 ? '100 %' : `${whole(central)} (${whole(low)} to ${whole(high)})`;
}

/** A percentage that no line end takes apart. */
function whole(share: number): string {
  return percentText(share).replaceAll(/\s/g, '\u00a0');
}

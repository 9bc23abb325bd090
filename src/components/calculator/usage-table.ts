import type { WorkloadEstimate } from '../../estimation/estimate.ts';
import type { Range } from '../../estimation/ranges.ts';
import { percentText } from '../../text/numbers.ts';
import { type Quantity, type Unit, unitFor } from './amount.ts';
import type { UsageEstimate } from './usage-estimate.ts';

/** The unit of each column: that of the total's median, so that a column adds up by eye. */
export function unitsOf(total: WorkloadEstimate): Record<Quantity, Unit> {
  return {
    gramsCO2e: unitFor('gramsCO2e', total.gramsCO2e),
    wattHours: unitFor('wattHours', total.wattHours),
    millilitresWater: unitFor('millilitresWater', total.millilitresWater),
  };
}

/**
 * Lines and their estimates in the order in which all shows them, the highest median of CO2e first.
 * Throws a RangeError where a line has no estimate of its own.
 */
export function highestFirst<Line>(
  lines: readonly Line[],
  usage: UsageEstimate,
): { lines: Line[]; usage: UsageEstimate } {
  if (lines.length !== usage.lines.length) {
    throw new RangeError(`${lines.length} lines have ${usage.lines.length} estimates`);
  }
  const order = [...usage.lines.entries()].toSorted(
    ([, a], [, b]) => b.gramsCO2e.central - a.gramsCO2e.central,
  );
  return {
    lines: order.flatMap(([index]) => lines.slice(index, index + 1)),
    usage: { ...usage, lines: order.map(([, estimate]) => estimate) },
  };
}

/** A share of the total with its range: "41 % (22 % to 63 %)"; all of it has no range. */
export function shareText({ low, central, high }: Range): string {
  return low === 1
    ? '100 %'
    : `${percentText(central)} (${percentText(low)} to ${percentText(high)})`;
}

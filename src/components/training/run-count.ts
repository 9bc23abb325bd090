import type { Range } from '../../estimation/ranges.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { barStyle } from '../../ui/chart/bar-style.ts';
import { placesOn } from '../../ui/chart/log-axis.ts';
import { writeOwnStyle } from '../../ui/own-style.ts';

/** What rows show of the whole facility, while they show something else. */
const facilities = new WeakMap<
  HTMLTableRowElement,
  Record<'style' | 'sorted' | 'median' | 'spread', string>
>();

/** Shows the figures of the accelerators alone on an axis, or those of the whole facility again. */
export function showCount(
  rows: readonly HTMLTableRowElement[],
  isAccelerators: boolean,
  axis: Pick<Range, 'low' | 'high'>,
): void {
  for (const row of rows) {
    // Untouched rows need nothing put back.
    if (!isAccelerators && !facilities.has(row)) continue;
    const [chart, median, spread] = [...row.cells].slice(-3);
    const bar = chart?.querySelector<HTMLElement>('.range-bar');
    if (!bar || median === undefined || spread === undefined) continue;
    const facility = facilities.get(row) ?? {
      style: bar.style.cssText,
      sorted: median.dataset.sortValue ?? '',
      median: median.textContent ?? '',
      spread: spread.textContent ?? '',
    };
    facilities.set(row, facility);
    const [low = 0, central = 0, high = 0] = (row.dataset.a ?? '').split(' ').map(Number);
    const range = { low, central, high };
    writeOwnStyle(bar, isAccelerators ? barStyle(placesOn(axis, range)) : facility.style);
    median.dataset.sortValue = isAccelerators ? String(central) : facility.sorted;
    median.textContent = isAccelerators ? quantityText(central) : facility.median;
    spread.textContent = isAccelerators ? rangeText(range) : facility.spread;
  }
}

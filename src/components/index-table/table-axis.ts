import type { Range } from '../../estimation/ranges.ts';
import { axisBackground } from '../axis-background.ts';
import { axisFor, HISTOGRAM_STEPS, histogramOn, type LogAxis, ticksOf } from '../log-axis.ts';

/** The axis that all rows of the index share, and what is drawn behind and above it. */
export interface TableAxis {
  axis: LogAxis;
  medians: number[];
  /** CSS backgrounds of the column: grid lines and the middle half of all medians. */
  background: string;
}

/** The axis for these ranges. */
export function tableAxis(ranges: readonly Range[]): TableAxis {
  const axis = axisFor(ranges);
  const medians = ranges.map(({ central }) => central).toSorted((a, b) => a - b);
  const at = (share: number) => medians[Math.round((medians.length - 1) * share)];
  const middleHalf = { low: at(0.25) ?? axis.low, high: at(0.75) ?? axis.high };
  return { axis, medians, background: axisBackground(axis, middleHalf) };
}

/**
 * Draws another axis into a column's head that the server has drawn: its ticks and its histogram,
 * copied from those that are there, so that they look alike.
 */
export function redrawAxisHead(head: Element, { axis, medians }: TableAxis): void {
  const [sample] = head.querySelectorAll<HTMLElement>('.axis > span');
  if (sample === undefined) return;
  const ticks = ticksOf(axis).map(({ position, label }) => {
    const tick = sample.cloneNode();
    if (!(tick instanceof HTMLElement)) return '';
    tick.classList.toggle('labelled', label !== undefined);
    tick.style.left = `${position.toFixed(2)}%`;
    tick.textContent = label ?? '';
    return tick;
  });
  const histogram = head.querySelector('.axis svg');
  histogram?.replaceChildren(...bars(histogram, axis, medians));
  head.querySelector('.axis')?.replaceChildren(...(histogram ? [histogram] : []), ...ticks);
}

function bars(histogram: Element, axis: LogAxis, medians: readonly number[]): Element[] {
  const counts = histogramOn(axis, medians, HISTOGRAM_STEPS);
  const most = Math.max(1, ...counts);
  return counts.flatMap((count, step) => {
    if (count === 0) return [];
    const bar = document.createElementNS(histogram.namespaceURI, 'rect');
    bar.setAttribute('x', String(step));
    bar.setAttribute('y', String(1 - count / most));
    bar.setAttribute('width', '1');
    bar.setAttribute('height', String(count / most));
    return [bar];
  });
}

import {
  AXIS_ENDS_PERCENT,
  HISTOGRAM_STEPS,
  histogramOn,
  type LogAxis,
  ticksOf,
} from './log-axis.ts';

/**
 * Draws another axis into a column's head that the server has drawn: its ticks, copied from those
 * that are there so that they look alike, and where it has a histogram, that of these values.
 */
export function redrawAxisHead(head: Element, axis: LogAxis, values: readonly number[]): void {
  const [sample] = head.querySelectorAll<HTMLElement>('.axis > span');
  if (sample === undefined) return;
  let labels = 0;
  const ticks = ticksOf(axis).map(({ position, label }) => {
    const tick = sample.cloneNode();
    if (!(tick instanceof HTMLElement)) return '';
    tick.classList.toggle('labelled', label !== undefined);
    tick.classList.toggle('second', label !== undefined && labels % 2 === 1);
    tick.classList.toggle('first', position < AXIS_ENDS_PERCENT);
    tick.classList.toggle('last', position > 100 - AXIS_ENDS_PERCENT);
    if (label !== undefined) labels += 1;
    tick.style.left = `${position.toFixed(2)}%`;
    tick.textContent = label ?? '';
    return tick;
  });
  const histogram = head.querySelector('.axis svg');
  histogram?.replaceChildren(...bars(histogram, axis, values));
  head.querySelector('.axis')?.replaceChildren(...(histogram ? [histogram] : []), ...ticks);
}

function bars(histogram: Element, axis: LogAxis, values: readonly number[]): Element[] {
  const counts = histogramOn(axis, values, HISTOGRAM_STEPS);
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

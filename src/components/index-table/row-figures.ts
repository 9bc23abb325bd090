import type { Range } from '../../estimation/ranges.ts';
import { figureIn, rangeIn } from '../../query/in-mass-unit.ts';
import { type MassUnit, PUBLISHED_MASS_UNIT } from '../../query/mass-unit.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { barStyle } from '../../ui/chart/bar-style.ts';
import { type LogAxis, placesOn } from '../../ui/chart/log-axis.ts';
import { writeOwnStyle } from '../../ui/own-style.ts';
import type { RowKeys } from './row-order.ts';

/** The figures of one row as text and as keys to sort by. */
export interface RowFigures {
  median: string;
  spread: string;
  class: string;
  bar: string;
  keys: Pick<RowKeys, 'low' | 'median' | 'high' | 'class'>;
}

/** Of a model that cannot do what is asked. */
export const NO_FIGURES: RowFigures = {
  median: '–',
  spread: 'no figure',
  class: '–',
  bar: 'visibility:hidden',
  keys: { low: undefined, median: undefined, high: undefined, class: undefined },
};

/** The figures that the server has drawn, to come back to. */
export function figuresOf(element: Element, keys: RowFigures['keys']): RowFigures {
  const text = (part: string) => element.querySelector(`.${part}`)?.textContent ?? '';
  return {
    median: text('median'),
    spread: text('spread'),
    class: text('place'),
    // Without a style of its own the bar is the server's; one of a further page brings its own along.
    bar: element.querySelector<HTMLElement>('.range-bar')?.style.cssText ?? '',
    keys,
  };
}

/** The figures that the server has drawn, in another unit of mass: a logarithmic axis draws them alike. */
export function publishedIn(unit: MassUnit, drawn: RowFigures): RowFigures {
  const { low, median, high } = drawn.keys;
  if (unit === PUBLISHED_MASS_UNIT) return drawn;
  if (low === undefined || median === undefined || high === undefined) return drawn;
  const range = rangeIn(unit, { low, central: median, high });
  return {
    ...drawn,
    median: figureIn(unit, drawn.median),
    spread: figureIn(unit, drawn.spread),
    keys: { ...drawn.keys, low: range.low, median: range.central, high: range.high },
  };
}

/** The figures of another estimate on this axis, with the place of its class. */
export function figuresFor(range: Range, place: number | undefined, axis: LogAxis): RowFigures {
  return {
    median: quantityText(range.central),
    spread: rangeText(range),
    class: String(place ?? ''),
    bar: barStyle(placesOn(axis, range)),
    keys: {
      low: range.low,
      median: range.central,
      high: range.high,
      class: place,
    },
  };
}

/** Writes figures into a row, and why there are none where there are none. */
export function writeFigures(
  element: Element,
  { median, spread, class: place, bar }: RowFigures,
  because = '',
): void {
  const write = (part: string, text: string) => {
    const cell = element.querySelector(`.${part}`);
    if (cell !== null) cell.textContent = text;
  };
  write('median', median);
  write('spread', spread);
  write('place', place);
  writeOwnStyle(element.querySelector('.range-bar'), bar);
  element.querySelector('.spread')?.setAttribute('title', because);
}

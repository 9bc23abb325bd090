import { type LogAxis, ticksOf } from './log-axis.ts';
import { COLOURS, emptyPicture, line, text } from './picture.ts';

const WIDTH = 1200;
/** Left and right of everything. */
export const MARGIN = 40;
const HEAD = 122;
const FOOT = 64;
/** Where the columns of figures end. */
const COLUMNS = { median: 1030, spread: WIDTH - MARGIN };

/** Ranges on one axis as a picture: a row each, with a name on its left and its figures on its right. */
export interface RowPicture {
  title: string;
  /** What is said under the title, in small type. */
  notes: readonly { words: string; x: number }[];
  axis: LogAxis;
  /** Where the axis lies. */
  chart: { left: number; width: number };
  rowHeight: number;
  /** What draws each row, above the height where it ends. */
  rows: readonly ((bottom: number) => readonly Element[])[];
  from: { release: string; link: string };
}

/** The picture, which stands by itself: figures, release and address are in it. */
export function rowPicture({
  title,
  notes,
  axis,
  chart,
  rowHeight,
  rows,
  from,
}: RowPicture): SVGSVGElement {
  const bottom = HEAD + rows.length * rowHeight;
  const picture = emptyPicture(WIDTH, bottom + FOOT);
  const quiet = { size: 14, fill: COLOURS.quiet };
  picture.append(
    text(title, { x: MARGIN, y: 52, size: 28, weight: 600 }),
    ...notes.map(({ words, x }) => text(words, { x, y: HEAD - 40, ...quiet })),
    text('Median', { x: COLUMNS.median, y: HEAD - 12, end: true, ...quiet }),
    text('nine in ten', { x: COLUMNS.spread, y: HEAD - 12, end: true, ...quiet }),
    line(MARGIN, HEAD, WIDTH - MARGIN, HEAD, COLOURS.ink),
    ...ticksOf(axis).flatMap(({ position, label }) => {
      if (label === undefined) return [];
      const x = placeIn(chart, position);
      return [
        line(x, HEAD, x, bottom, COLOURS.grid),
        text(label, { x, y: HEAD - 10, size: 14, middle: true }),
      ];
    }),
    ...rows.flatMap((draw, index) => draw(HEAD + (index + 1) * rowHeight)),
    line(MARGIN, bottom, WIDTH - MARGIN, bottom, COLOURS.ink),
    text(`LLM Carbon Index, release ${from.release}. Estimates, not measurements.`, {
      x: MARGIN,
      y: bottom + 26,
      ...quiet,
    }),
    text(from.link, { x: MARGIN, y: bottom + 46, size: 13, fill: COLOURS.quiet }),
  );
  return picture;
}

/** Where a place on an axis, in per cent, lies in the picture. */
export function placeIn({ left, width }: RowPicture['chart'], percent: number): number {
  return left + (percent / 100) * width;
}

/** What a row is called, and under it what else is said of it. */
export function rowNames(name: string, aside: string, bottom: number): Element[] {
  return [
    text(name, { x: MARGIN, y: bottom - 32, size: 18, weight: 600 }),
    text(aside, { x: MARGIN, y: bottom - 12, size: 14, fill: COLOURS.quiet }),
  ];
}

/** The figures of a row, in their columns. */
export function rowFigures(median: string, spread: string, bottom: number): Element[] {
  return [
    text(median, { x: COLUMNS.median, y: bottom - 14, size: 18, weight: 600, end: true }),
    text(spread, { x: COLUMNS.spread, y: bottom - 14, size: 15, end: true, fill: COLOURS.quiet }),
  ];
}

/** A line across all columns, such as one above a total. */
export function ruleAt(y: number): Element {
  return line(MARGIN, y, WIDTH - MARGIN, y, COLOURS.ink);
}

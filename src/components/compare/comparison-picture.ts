import { DOT_COLUMNS, type DotPlot } from '../../ui/chart/dot-plot.ts';
import { ticksOf } from '../../ui/chart/log-axis.ts';
import {
  type Attributes,
  COLOURS,
  emptyPicture,
  line,
  shape,
  strokeShape,
  text,
} from '../../ui/chart/picture.ts';
import { placesOf, rangeStrokes } from '../../ui/chart/range-shape.ts';
import type { Provenance } from './comparison-markdown.ts';
import type { ComparisonView, RowView } from './comparison-view.ts';

const WIDTH = 1200;
const MARGIN = 40;
const HEAD = 116;
const ROW = 108;
const FOOT = 64;
const DOTS_HEIGHT = 70;
const CHART = { left: 320, width: 620 };
/** Where the columns of figures end. */
const COLUMNS = { median: 1030, spread: WIDTH - MARGIN };
/** The chart of a comparison as a picture that stands by itself: figures, release and link in it. */
export function comparisonPicture(view: ComparisonView, from: Provenance): SVGSVGElement {
  const height = HEAD + view.rows.length * ROW + FOOT;
  const picture = emptyPicture(WIDTH, height);
  const bottom = height - FOOT;
  picture.append(
    text(`${view.unit}CO₂e per ${view.functionalUnit}`, {
      x: MARGIN,
      y: 52,
      size: 28,
      weight: 600,
    }),
    text(from.served, {
      x: MARGIN,
      y: HEAD - 34,
      size: 14,
      fill: COLOURS.quiet,
    }),
    text('log scale; 100 dots, each one case in a hundred; bar: nine in ten, thick: half', {
      x: CHART.left,
      y: HEAD - 34,
      size: 14,
      fill: COLOURS.quiet,
    }),
    text('Median', { x: COLUMNS.median, y: HEAD - 12, size: 14, end: true, fill: COLOURS.quiet }),
    text('nine in ten', {
      x: COLUMNS.spread,
      y: HEAD - 12,
      size: 14,
      end: true,
      fill: COLOURS.quiet,
    }),
    line(MARGIN, HEAD, WIDTH - MARGIN, HEAD, COLOURS.ink),
    ...ticksOf(view.axis).flatMap(({ position, label }) => {
      if (label === undefined) return [];
      const x = chartX(position);
      return [
        line(x, HEAD, x, bottom, COLOURS.grid),
        text(label, { x, y: HEAD - 10, size: 14, middle: true }),
      ];
    }),
    ...view.rows.flatMap((row, index) => rowShapes(row, HEAD + (index + 1) * ROW)),
    line(MARGIN, bottom, WIDTH - MARGIN, bottom, COLOURS.ink),
    text(`LLM Carbon Index, release ${from.release}. Estimates, not measurements.`, {
      x: MARGIN,
      y: bottom + 26,
      size: 14,
      fill: COLOURS.quiet,
    }),
    text(from.link, { x: MARGIN, y: bottom + 46, size: 13, fill: COLOURS.quiet }),
  );
  return picture;
}

function rowShapes(row: RowView, bottom: number): Element[] {
  const { name, makerName, evidence, drawn } = row;
  const names = [
    text(name, { x: MARGIN, y: bottom - 40, size: 18, weight: 600 }),
    text(`${makerName}, ${evidence}`, {
      x: MARGIN,
      y: bottom - 18,
      size: 15,
      fill: COLOURS.quiet,
    }),
  ];
  if (drawn === undefined) {
    const because = text(row.because ?? '', { x: CHART.left, y: bottom - 18, size: 15 });
    return [...names, because];
  }
  const { bar, dots: plot } = drawn;
  const places = placesOf(bar, chartX);
  const dots = (some: DotPlot['inside'], style: Attributes) =>
    some.map(({ column, level }) =>
      shape('circle', {
        cx: chartX((100 * (column + 0.5)) / DOT_COLUMNS),
        cy: bottom - 32 - ((level + 0.5) / plot.levels) * DOTS_HEIGHT,
        r: 2.9,
        ...style,
      }),
    );
  return [
    ...names,
    ...dots(plot.inside, { fill: COLOURS.bar }),
    ...dots(plot.outside, { fill: COLOURS.paper, stroke: COLOURS.bar, r: 2.4 }),
    ...rangeStrokes(places, { y: bottom - 18, evidence }).map(strokeShape),
    text(drawn.median, { x: COLUMNS.median, y: bottom - 13, size: 18, weight: 600, end: true }),
    text(drawn.spread, {
      x: COLUMNS.spread,
      y: bottom - 13,
      size: 15,
      end: true,
      fill: COLOURS.quiet,
    }),
  ];
}

function chartX(percent: number): number {
  return CHART.left + (percent / 100) * CHART.width;
}

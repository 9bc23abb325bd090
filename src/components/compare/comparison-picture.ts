import { DOT_COLUMNS, type DotPlot } from '../../ui/chart/dot-plot.ts';
import { ticksOf } from '../../ui/chart/log-axis.ts';
import { placesOf, rangeStrokes, type Stroke } from '../../ui/chart/range-shape.ts';
import { onPaper } from '../../ui/palette.ts';
import type { Provenance } from './comparison-markdown.ts';
import type { ComparisonView, RowView } from './comparison-view.ts';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 1200;
const MARGIN = 40;
const HEAD = 116;
const ROW = 108;
const FOOT = 64;
const DOTS_HEIGHT = 70;
const CHART = { left: 320, width: 620 };
/** Where the columns of figures end. */
const COLUMNS = { median: 1030, spread: WIDTH - MARGIN };
const COLOURS = {
  paper: onPaper('paper'),
  ink: onPaper('ink'),
  quiet: onPaper('ink-2'),
  bar: onPaper('bar'),
  grid: onPaper('grid'),
} as const;

type Attributes = Readonly<Record<string, string | number>>;

/** The chart of a comparison as a picture that stands by itself: figures, release and link in it. */
export function comparisonPicture(view: ComparisonView, from: Provenance): SVGSVGElement {
  const height = HEAD + view.rows.length * ROW + FOOT;
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', `0 0 ${WIDTH} ${height}`);
  picture.setAttribute('width', String(WIDTH));
  picture.setAttribute('height', String(height));
  picture.setAttribute('font-family', '"Source Sans 3", "Helvetica Neue", Arial, sans-serif');
  const bottom = height - FOOT;
  picture.append(
    shape('rect', { width: WIDTH, height, fill: COLOURS.paper }),
    text(`gCO₂e per ${view.functionalUnit}`, { x: MARGIN, y: 52, size: 28, weight: 600 }),
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

interface Text {
  x: number;
  y: number;
  size: number;
  weight?: number;
  fill?: string;
  middle?: boolean;
  end?: boolean;
}

function text(
  words: string,
  { x, y, size, weight = 400, fill = COLOURS.ink, middle = false, end = false }: Text,
): Element {
  const anchor = end ? 'end' : middle ? 'middle' : 'start';
  const attributes = {
    x,
    y,
    fill,
    'font-size': size,
    'font-weight': weight,
    'text-anchor': anchor,
  };
  const element = shape('text', attributes);
  element.textContent = words;
  return element;
}

function line(x1: number, y1: number, x2: number, y2: number, stroke: string): Element {
  return shape('line', { x1, y1, x2, y2, stroke, 'stroke-width': 1 });
}

function strokeShape({ x1, x2, y1, y2, width, colour, dashes }: Stroke): Element {
  return shape('line', {
    x1,
    x2,
    y1,
    y2,
    stroke: onPaper(colour),
    'stroke-width': width,
    ...(dashes && { 'stroke-dasharray': dashes.join(' ') }),
  });
}

function shape(name: string, attributes: Attributes): Element {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    element.setAttribute(attribute, String(value));
  }
  return element;
}

function chartX(percent: number): number {
  return CHART.left + (percent / 100) * CHART.width;
}

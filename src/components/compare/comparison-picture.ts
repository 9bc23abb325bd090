import { DOT_COLUMNS, type DotPlot } from '../../ui/chart/dot-plot.ts';
import { type Attributes, COLOURS, shape, strokeShape, text } from '../../ui/chart/picture.ts';
import { placesOf, rangeStrokes } from '../../ui/chart/range-shape.ts';
import { MARGIN, placeIn, rowFigures, rowNames, rowPicture } from '../../ui/chart/row-picture.ts';
import type { Provenance } from './comparison-markdown.ts';
import type { ComparisonView, RowView } from './comparison-view.ts';

const DOTS_HEIGHT = 70;
const CHART = { left: 320, width: 620 };

/** The chart of a comparison as a picture that stands by itself: figures, release and link in it. */
export function comparisonPicture(view: ComparisonView, from: Provenance): SVGSVGElement {
  return rowPicture({
    title: `${view.unit}CO₂e per ${view.functionalUnit}`,
    notes: [
      { words: from.served, x: MARGIN },
      {
        words: 'log scale; 100 dots, each one case in a hundred; bar: nine in ten, thick: half',
        x: CHART.left,
      },
    ],
    axis: view.axis,
    chart: CHART,
    rowHeight: 108,
    rows: view.rows.map((row) => (bottom) => rowShapes(row, bottom)),
    from,
  });
}

function rowShapes(row: RowView, bottom: number): Element[] {
  const { name, makerName, evidence, drawn } = row;
  const names = rowNames(name, `${makerName}, ${evidence}`, bottom);
  if (drawn === undefined) {
    const because = text(row.because ?? '', { x: CHART.left, y: bottom - 18, size: 15 });
    return [...names, because];
  }
  const { bar, dots: plot } = drawn;
  const places = placesOf(bar, (percent) => placeIn(CHART, percent));
  const dots = (some: DotPlot['inside'], style: Attributes) =>
    some.map(({ column, level }) =>
      shape('circle', {
        cx: placeIn(CHART, (100 * (column + 0.5)) / DOT_COLUMNS),
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
    ...rowFigures(drawn.median, drawn.spread, bottom),
  ];
}

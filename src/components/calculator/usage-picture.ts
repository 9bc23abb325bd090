import type { Range } from '../../estimation/ranges.ts';
import type { EvidenceTier } from '../../estimation/tier.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { axisFor, placesOn, ticksOf } from '../../ui/chart/log-axis.ts';
import { COLOURS, emptyPicture, line, pngOf, strokeShape, text } from '../../ui/chart/picture.ts';
import { placesOf, rangeStrokes } from '../../ui/chart/range-shape.ts';
import { copyPicture } from '../../ui/clipboard.ts';
import { inUnit } from './amount.ts';
import type { UsageEstimate } from './usage-estimate.ts';
import { unitsOf } from './usage-table.ts';

const WIDTH = 1200;
const MARGIN = 40;
const HEAD = 132;
const ROW = 54;
const FOOT = 64;
const CHART = { left: 420, width: 520 };
/** Where the columns of figures end. */
const COLUMNS = { median: 1030, spread: WIDTH - MARGIN };

/** A line of a month's use in words; without evidence, the total. */
export interface PicturedLine {
  name: string;
  tokens: string;
  evidence: EvidenceTier | undefined;
}

/** What a picture of a month says besides its figures. */
export interface PicturedMonth {
  /** One for each line of the month. */
  lines: readonly PicturedLine[];
  release: string;
  /** The address that shows the same. */
  link: string;
}

/** Copies the chart of a month as a picture. Returns what to say of it. */
export function copyUsagePicture(usage: UsageEstimate, month: PicturedMonth): Promise<string> {
  return copyPicture(pngOf(usagePicture(usage, month)), 'llm-carbon-month');
}

/** What a month takes, a row for each line and one for all, as a picture that stands by itself. */
export function usagePicture(
  { lines, total }: UsageEstimate,
  { lines: words, release, link }: PicturedMonth,
): SVGSVGElement {
  const unit = unitsOf(total).gramsCO2e;
  const rows = [
    ...lines.map((one, index) => ({ range: inUnit(one.gramsCO2e, unit), said: words[index] })),
    { range: inUnit(total.gramsCO2e, unit), said: undefined },
  ];
  const axis = axisFor(rows.map(({ range }) => range));
  const bottom = HEAD + rows.length * ROW;
  const picture = emptyPicture(WIDTH, bottom + FOOT);
  const all = inUnit(total.gramsCO2e, unit);
  const quiet = { size: 14, fill: COLOURS.quiet };
  picture.append(
    text(`${quantityText(all.central)} ${unit.name} CO₂e a month (${rangeText(all)})`, {
      x: MARGIN,
      y: 52,
      size: 28,
      weight: 600,
    }),
    text(
      `${unit.name} CO₂e, log scale; bar: nine in ten of our computed cases, thick: half; red: median`,
      {
        x: MARGIN,
        y: 80,
        ...quiet,
      },
    ),
    text('Median', { x: COLUMNS.median, y: HEAD - 12, end: true, ...quiet }),
    text('nine in ten', { x: COLUMNS.spread, y: HEAD - 12, end: true, ...quiet }),
    line(MARGIN, HEAD, WIDTH - MARGIN, HEAD, COLOURS.ink),
    ...ticksOf(axis).flatMap(({ position, label }) => {
      if (label === undefined) return [];
      const x = chartX(position);
      return [
        line(x, HEAD, x, bottom, COLOURS.grid),
        text(label, { x, y: HEAD - 10, size: 14, middle: true }),
      ];
    }),
    ...rows.flatMap(({ range, said }, index) =>
      rowShapes(range, said, HEAD + (index + 1) * ROW, placesOf(placesOn(axis, range), chartX)),
    ),
    line(MARGIN, bottom - ROW, WIDTH - MARGIN, bottom - ROW, COLOURS.ink),
    line(MARGIN, bottom, WIDTH - MARGIN, bottom, COLOURS.ink),
    text(`LLM Carbon Index, release ${release}. Estimates, not measurements.`, {
      x: MARGIN,
      y: bottom + 26,
      ...quiet,
    }),
    text(link, { x: MARGIN, y: bottom + 46, size: 13, fill: COLOURS.quiet }),
  );
  return picture;
}

function rowShapes(
  range: Range,
  said: PicturedLine | undefined,
  bottom: number,
  places: ReturnType<typeof placesOf>,
): Element[] {
  return [
    text(said?.name ?? 'All together', { x: MARGIN, y: bottom - 28, size: 17, weight: 600 }),
    ...(said === undefined
      ? []
      : [
          text([said.tokens, said.evidence].filter(Boolean).join('; '), {
            x: MARGIN,
            y: bottom - 9,
            size: 14,
            fill: COLOURS.quiet,
          }),
        ]),
    ...rangeStrokes(places, { y: bottom - ROW / 2, evidence: said?.evidence }).map(strokeShape),
    text(quantityText(range.central), {
      x: COLUMNS.median,
      y: bottom - 22,
      size: 18,
      weight: 600,
      end: true,
    }),
    text(rangeText(range), {
      x: COLUMNS.spread,
      y: bottom - 22,
      size: 15,
      end: true,
      fill: COLOURS.quiet,
    }),
  ];
}

function chartX(percent: number): number {
  return CHART.left + (percent / 100) * CHART.width;
}

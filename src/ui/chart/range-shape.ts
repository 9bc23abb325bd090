import type { EvidenceTier } from '../../estimation/tier.ts';
import type { Colour } from '../palette.ts';

/**
 * How a range is drawn, in pixels at the size that it has in tables: a thin line from the 5th to the
 * 95th percentile with a cap at each end, on it a thick one over the middle half, and a mark at the median
 * with paper around it. Of a range whose middle half is not known, all of the line is thick.
 */
export const RANGE_SHAPE = {
  height: 16,
  cap: { width: 1.5, height: 7 },
  line: 7,
  /** From the middle half to the caps. */
  end: 1.5,
  /** The line of a range that is no model's estimate, and says nothing of evidence. */
  plainLine: 1.5,
  median: { width: 3, height: 15, paper: 1.5 },
} as const;

/** A line's pattern in pixels along it. */
export interface Pattern {
  ink: number;
  gap: number;
}

/** The line's pattern says how a figure is known, with less ink for less knowledge. */
export const EVIDENCE_PATTERNS: Readonly<Record<EvidenceTier, Pattern | undefined>> = {
  measured: undefined,
  architecture: { ink: 9, gap: 2 },
  parameters: { ink: 4, gap: 3 },
  price: { ink: 1.5, gap: 3 },
};

/** Where a range lies in a picture: what its three values are called, and where they are drawn. */
export interface RangePlaces {
  low: number;
  central: number;
  high: number;
  /** Between the 25th and the 75th percentile. */
  middleHalf?: { low: number; high: number };
}

/** The places of a range, by what tells a value's place. */
export function placesOf(
  { low, central, high, middleHalf }: RangePlaces,
  place: (value: number) => number,
): RangePlaces {
  return {
    low: place(low),
    central: place(central),
    high: place(high),
    ...(middleHalf && {
      middleHalf: { low: place(middleHalf.low), high: place(middleHalf.high) },
    }),
  };
}

/** A straight line in a picture. */
export interface Stroke {
  part: 'end' | 'ground' | 'line' | 'low' | 'high' | 'around' | 'median';
  x1: number;
  x2: number;
  y1: number;
  y2: number;
  width: number;
  colour: Colour;
  /** Lengths of ink and of gaps. */
  dashes?: readonly number[];
}

/**
 * The strokes that draw a range in a picture, the undermost first. `places` and `y`, the height of
 * its line, are in the picture's own units; `scale` is how many of them a pixel of the shape is. A range
 * without evidence is no model's estimate, such as a total: it has the plain line.
 *
 * Tables draw the same shape by stylesheet (range-styles.ts): of each of the index's rows its HTML then
 * says the three places alone, and weighs a fifth of these strokes.
 */
export function rangeStrokes(
  { low, central, high, middleHalf }: RangePlaces,
  { y, scale = 1, evidence }: { y: number; scale?: number; evidence: EvidenceTier | undefined },
): Stroke[] {
  const { cap, line, plainLine, end, median } = RANGE_SHAPE;
  const thick = middleHalf ?? { low, high };
  const around = {
    height: median.height + 2 * median.paper,
    width: median.width + 2 * median.paper,
  };
  const pattern = evidence && EVIDENCE_PATTERNS[evidence];
  const thickness = evidence === undefined ? plainLine : line;
  const upright = (
    part: Stroke['part'],
    x: number,
    { height, width }: { height: number; width: number },
    colour: Colour,
  ): Stroke => ({
    part,
    x1: x,
    x2: x,
    y1: y - (height * scale) / 2,
    y2: y + (height * scale) / 2,
    width: width * scale,
    colour,
  });
  // Caps stand within the range.
  const inset = (cap.width * scale) / 2;
  return [
    ...(middleHalf === undefined
      ? []
      : [
          {
            part: 'end' as const,
            x1: low,
            x2: high,
            y1: y,
            y2: y,
            width: end * scale,
            colour: 'bar' as const,
          },
          {
            part: 'ground' as const,
            x1: thick.low,
            x2: thick.high,
            y1: y,
            y2: y,
            width: line * scale,
            colour: 'paper' as const,
          },
        ]),
    {
      part: 'line',
      x1: thick.low,
      x2: thick.high,
      y1: y,
      y2: y,
      width: thickness * scale,
      colour: 'bar',
      ...(pattern && { dashes: [pattern.ink * scale, pattern.gap * scale] }),
    },
    upright('low', low + inset, cap, 'bar'),
    upright('high', high - inset, cap, 'bar'),
    upright('around', central, around, 'paper'),
    upright('median', central, median, 'accent'),
  ];
}

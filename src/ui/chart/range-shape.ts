import type { EvidenceTier } from '../../estimation/tier.ts';
import type { Colour } from '../palette.ts';

/**
 * How a range is drawn, in pixels at the size that it has in tables: a line from the 5th to the 95th
 * percentile with a cap at each end, and a mark at the median with paper around it.
 */
export const RANGE_SHAPE = {
  height: 16,
  cap: { width: 1.5, height: 9 },
  line: 5,
  /** The line of a range that is no model's estimate, and says nothing of evidence. */
  plainLine: 1.5,
  median: { width: 3, height: 15, paper: 1.5 },
} as const;

/** A line's pattern in pixels along it; dots are as wide as they are long. */
export interface Pattern {
  ink: number;
  gap: number;
  isDots?: boolean;
}

/** The line's pattern says how a figure is known, with less ink for less knowledge. */
export const EVIDENCE_PATTERNS: Readonly<Record<EvidenceTier, Pattern | undefined>> = {
  measured: undefined,
  architecture: { ink: 10, gap: 3 },
  parameters: { ink: 5, gap: 4 },
  price: { ink: 3, gap: 4, isDots: true },
};

/** Where a range lies in a picture: what its three values are called, and where they are drawn. */
export interface RangePlaces {
  low: number;
  central: number;
  high: number;
}

/** A straight line in a picture. */
export interface Stroke {
  part: 'line' | 'low' | 'high' | 'around' | 'median';
  x1: number;
  x2: number;
  y1: number;
  y2: number;
  width: number;
  colour: Colour;
  /** Lengths of ink and of gaps, the ends of the ink round or not. */
  dashes?: readonly number[];
  isRound?: boolean;
}

/**
 * The strokes that draw a range in a picture, the undermost first. `places` and `y`, the height of
 * its line, are in the picture's own units; `scale` is how many of them a pixel of the shape is.
 *
 * Tables draw the same shape by stylesheet (range-styles.ts): of each of the index's rows its HTML then
 * says the three places alone, and weighs a fifth of these strokes.
 */
export function rangeStrokes(
  { low, central, high }: RangePlaces,
  { y, scale = 1, evidence }: { y: number; scale?: number; evidence: EvidenceTier },
): Stroke[] {
  const { cap, line, median } = RANGE_SHAPE;
  const around = {
    height: median.height + 2 * median.paper,
    width: median.width + 2 * median.paper,
  };
  const pattern = EVIDENCE_PATTERNS[evidence];
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
  // Caps stand within the range, and so do dots.
  const inset = (cap.width * scale) / 2;
  const margin = pattern?.isDots === true ? (pattern.ink * scale) / 2 : 0;
  return [
    {
      part: 'line',
      x1: low + margin,
      x2: Math.max(low + margin, high - margin),
      y1: y,
      y2: y,
      width: (pattern?.isDots === true ? pattern.ink : line) * scale,
      colour: 'bar',
      ...dashesOf(pattern, scale),
    },
    upright('low', low + inset, cap, 'bar'),
    upright('high', high - inset, cap, 'bar'),
    upright('around', central, around, 'paper'),
    upright('median', central, median, 'accent'),
  ];
}

function dashesOf(pattern: Pattern | undefined, scale: number): Pick<Stroke, 'dashes' | 'isRound'> {
  if (pattern === undefined) return {};
  const { ink, gap, isDots = false } = pattern;
  // A dot is a dash of no length with round ends.
  return isDots
    ? { dashes: [0, (ink + gap) * scale], isRound: true }
    : { dashes: [ink * scale, gap * scale] };
}

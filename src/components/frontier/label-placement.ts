/** A mark that wants a name beside it; pixels from the plot's upper left corner. */
export interface NamedMark {
  x: number;
  y: number;
  /** Half of its width. */
  radius: number;
  name: string;
  /** It has no name here, and only keeps its place free of others'. */
  isUnnamed?: boolean;
  /** How much further off its name may stand, led to it by a line, where there is no room beside it. */
  reach: number;
}

/** Where a name stands: its end of the text at x, its baseline at y, both relative to the mark. */
export interface NamePlace {
  anchor: 'start' | 'middle' | 'end';
  dx: number;
  dy: number;
  /** Where a line from the mark leads to a name that stands further off, relative to the mark. */
  leaderTo?: { x: number; y: number };
}

/** Room that something takes; pixels from the plot's upper left corner. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Width of a letter, of a short name's wide letters, and height of a line, in pixels at 13 px, rounded up. */
export const LETTER_WIDTH = 7;
const WIDE_LETTERS = 6;
const ASCENT = 11;
const DESCENT = 5;
const GAP = 4;
/** How much further from its mark a name may stand, where there is no room beside it. */
const SHIFTS = [14, 28, 42, 60, 80, 100, 125, 150];
/** From this reach on a name rather stands over the marks of others than nowhere. */
export const MUST_BE_NAMED = 150;
/** How far names may rise above the plot. */
const HEADROOM = 14;

/**
 * Places names beside their marks, the first marks first: left above, right above, left below, right
 * below, straight above or below, then, where it may, the same further off, whichever is the first that
 * touches neither the edge nor what stands there already: other marks, names, and `others`. A name that
 * fits nowhere is undefined: one left out says more than two over each other. One that must be there
 * may stand over marks, rather over those that need no name: over another's mark it would be taken for its.
 */
export function placeNames(
  marks: readonly NamedMark[],
  plot: { width: number; height: number },
  others: readonly Box[] = [],
): (NamePlace | undefined)[] {
  const names = [...others];
  const dots = marks.map(dotOf);
  const namedDots = marks.filter(({ reach }) => reach >= MUST_BE_NAMED).map(dotOf);
  return marks.map((mark) => {
    if (mark.isUnnamed === true) return undefined;
    const inside = placesOf(mark, plot).filter((candidate) => {
      const { left, right, top, bottom } = boxOf(mark, candidate);
      return left >= 0 && top >= -HEADROOM && right <= plot.width && bottom <= plot.height;
    });
    const isFree = (taken: readonly Box[]) => (candidate: NamePlace) =>
      !taken.some((other) => overlap(boxOf(mark, candidate), other));
    const obstacles =
      mark.reach >= MUST_BE_NAMED
        ? [[...names, ...dots], [...names, ...namedDots], names]
        : [[...names, ...dots]];
    let place: NamePlace | undefined;
    for (const taken of obstacles) place ??= inside.find(isFree(taken));
    if (place !== undefined) names.push(boxOf(mark, place));
    return place;
  });
}

function dotOf({ x, y, radius }: NamedMark): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function placesOf(mark: NamedMark, plot: { width: number }): NamePlace[] {
  const { x, radius, reach } = mark;
  const aside = radius + GAP;
  const around = (shift: number): NamePlace[] => {
    const above = -GAP - shift;
    const below = ASCENT + GAP + shift;
    return [
      { anchor: 'end', dx: -aside, dy: above },
      { anchor: 'start', dx: aside, dy: above },
      { anchor: 'end', dx: -aside, dy: below },
      { anchor: 'start', dx: aside, dy: below },
    ];
  };
  const half = widthOf(mark) / 2;
  const middle = Math.max(half, Math.min(plot.width - half, x)) - x;
  const furtherOff = (shift: number): NamePlace[] => [
    ...around(shift).map((place) => ({ ...place, leaderTo: { x: place.dx, y: place.dy - 4 } })),
    // Over or under it, as far aside as the edge wants.
    ...[-aside - shift, ASCENT + aside + shift].map((dy) => ({
      anchor: 'middle' as const,
      dx: middle,
      dy,
      leaderTo: { x: 0, y: dy < 0 ? dy + DESCENT - 2 : dy - ASCENT },
    })),
  ];
  return [
    ...around(0),
    { anchor: 'middle', dx: 0, dy: -aside - 1 },
    { anchor: 'middle', dx: 0, dy: ASCENT + aside },
    ...SHIFTS.filter((shift) => shift <= reach).flatMap(furtherOff),
  ];
}

function widthOf({ name }: NamedMark): number {
  return name.length * LETTER_WIDTH + WIDE_LETTERS;
}

const SHARE_LEFT_OF_ANCHOR = { start: 0, middle: 0.5, end: 1 } as const;

/** The room that a name takes, generously. */
export function boxOf(mark: NamedMark, { anchor, dx, dy }: NamePlace): Box {
  const { x, y } = mark;
  const width = widthOf(mark);
  const left = x + dx - width * SHARE_LEFT_OF_ANCHOR[anchor];
  return { left, right: left + width, top: y + dy - ASCENT, bottom: y + dy + DESCENT };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

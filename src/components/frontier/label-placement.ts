/** A mark that wants a name beside it; pixels from the plot's upper left corner. */
export interface NamedMark {
  x: number;
  y: number;
  /** Half of its width. */
  radius: number;
  name: string;
}

/** Where a name stands: its end of the text at x, its baseline at y, both relative to the mark. */
export interface NamePlace {
  anchor: 'start' | 'middle' | 'end';
  dx: number;
  dy: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Width of a letter and height of a line of the names, in pixels at 13 px, rounded up. */
const LETTER_WIDTH = 6.9;
const ASCENT = 11;
const DESCENT = 4;
const GAP = 4;
/** How much further from its mark a name may stand, where there is no room beside it. */
const SHIFTS = [14, 28, 42];
/** How far names may rise above the plot. */
const HEADROOM = 14;

/**
 * Places names beside their marks, the first marks first: left above, right above, left below, right
 * below, straight above or below, then the same further off, whichever is the first that touches
 * neither the edge nor what stands there already. A name that fits nowhere is undefined: one left out
 * says more than two over each other.
 */
export function placeNames(
  marks: readonly NamedMark[],
  plot: { width: number; height: number },
): (NamePlace | undefined)[] {
  const taken = marks.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  return marks.map((mark) => {
    const place = placesOf(mark).find((candidate) => {
      const box = boxOf(mark, candidate);
      const inside =
        box.left >= 0 &&
        box.top >= -HEADROOM &&
        box.right <= plot.width &&
        box.bottom <= plot.height;
      return inside && !taken.some((other) => overlap(box, other));
    });
    if (place !== undefined) taken.push(boxOf(mark, place));
    return place;
  });
}

function placesOf({ radius }: NamedMark): NamePlace[] {
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
  return [
    ...around(0),
    { anchor: 'middle', dx: 0, dy: -aside - 1 },
    { anchor: 'middle', dx: 0, dy: ASCENT + aside },
    ...SHIFTS.flatMap(around),
  ];
}

/** Whether a name stands so far off that a line should lead from it to its mark. */
export function needsLeader({ anchor, dy }: NamePlace): boolean {
  return anchor !== 'middle' && (dy < -GAP || dy > ASCENT + GAP);
}

const SHARE_LEFT_OF_ANCHOR = { start: 0, middle: 0.5, end: 1 } as const;

/** The room that a name takes, generously. */
export function boxOf({ x, y, name }: NamedMark, { anchor, dx, dy }: NamePlace): Box {
  const width = name.length * LETTER_WIDTH;
  const left = x + dx - width * SHARE_LEFT_OF_ANCHOR[anchor];
  return { left, right: left + width, top: y + dy - ASCENT, bottom: y + dy + DESCENT };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

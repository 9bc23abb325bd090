import { type LogAxis, positionOn } from '../../ui/chart/log-axis.ts';
import type { DrawnFront } from './front-points.ts';
import { depthOn, type LinearAxis } from './frontier-shape.ts';
import { type Box, LETTER_WIDTH } from './label-placement.ts';

/** Something said at the place that it is about; pixels from the plot's upper left corner. */
export interface Note {
  lines: readonly string[];
  anchor: 'start' | 'end';
  /** Where its lines begin, or end. */
  x: number;
  /** Of its first line. */
  y: number;
  /** What it is about. */
  to: { x: number; y: number };
  room: Box;
}

const LINE_HEIGHT = 17;
const GAP = 12;

const OF_THE_FRONT = [
  'The front: no model of this',
  'index or more emits less.',
  'Line: median. Tint: nine in ten.',
];
const OF_A_MARK = [
  'Mark: median, larger the more often on the front.',
  'Line: nine in ten of our cases.',
];

/**
 * What the chart has to say of itself, where there is room: of the front, left of it, where nothing
 * can stand; of marks, above the highest.
 */
export function notesOn(
  { points, steps }: DrawnFront,
  { carbon, index }: { carbon: LogAxis; index: LinearAxis },
  { width, height }: { width: number; height: number },
): Note[] {
  const xOf = (emitted: number) => (positionOn(carbon, emitted) / 100) * width;
  const yOf = (quality: number) => (depthOn(index, quality) / 100) * height;
  const notes: Note[] = [];
  const highest = points
    .filter(({ probabilityOnFront }) => probabilityOnFront !== undefined)
    .toSorted((a, b) => b.quality - a.quality)[0];
  if (highest !== undefined) {
    const to = { x: xOf(highest.carbon.central), y: yOf(highest.quality) };
    const y = to.y - 2.4 * LINE_HEIGHT;
    const anchor = to.x > width / 2 ? 'end' : 'start';
    const note = noteAt(OF_A_MARK, anchor, anchor === 'end' ? width : 0, y, to);
    if (note.room.top >= 0 && note.room.left >= 0 && note.room.right <= width) notes.push(note);
  }
  const room = Math.max(...OF_THE_FRONT.map(({ length }) => length)) * LETTER_WIDTH + GAP;
  const fitting = steps.flatMap((step, position) => {
    const top = yOf(step.quality);
    const bottom = top + LINE_HEIGHT * (OF_THE_FRONT.length + 2);
    const beside = steps.slice(position).filter(({ quality }) => yOf(quality) <= bottom);
    const left = Math.min(...beside.map(({ carbon: least }) => xOf(least.low)));
    return left < room ? [] : [{ left, y: top + 2 * LINE_HEIGHT, x: xOf(step.carbon.central) }];
  });
  const middle = fitting[Math.floor(fitting.length / 2)];
  if (middle !== undefined) {
    const { left, y, x } = middle;
    notes.push(noteAt(OF_THE_FRONT, 'end', left - GAP, y, { x, y: y - 4 }));
  }
  return notes;
}

function noteAt(
  lines: readonly string[],
  anchor: Note['anchor'],
  x: number,
  y: number,
  to: Note['to'],
): Note {
  const width = Math.max(...lines.map(({ length }) => length)) * LETTER_WIDTH;
  const left = anchor === 'end' ? x - width : x;
  const room = {
    left,
    right: left + width,
    top: y - LINE_HEIGHT,
    bottom: y + LINE_HEIGHT * (lines.length - 1) + 4,
  };
  return { lines, anchor, x, y, to, room };
}

export { LINE_HEIGHT as NOTE_LINE_HEIGHT };

import { isOnFront, NAMED_ABOVE } from '../../text/probabilities.ts';
import { axisFor, type LogAxis, positionOn, ticksOf } from '../../ui/chart/log-axis.ts';
import { sitePath } from '../../ui/link/site-path.ts';
import { type DrawnElement, element } from './drawn-node.ts';
import type { DrawnFront, FrontPoint } from './front-points.ts';
import { pointWords } from './front-words.ts';
import { NOTE_LINE_HEIGHT, type Note, notesOn } from './frontier-notes.ts';
import {
  depthOn,
  indexAxis,
  type LinearAxis,
  markSize,
  stepBand,
  stepLine,
} from './frontier-shape.ts';
import { MUST_BE_NAMED, placeNames } from './label-placement.ts';

/** The narrowest plot on each kind of screen, in pixels; more room only moves names apart. */
const PLOTS = [
  { kind: 'wide', width: 1100, height: 600, hasNotes: true, isNarrow: false },
  { kind: 'laptop', width: 800, height: 600, hasNotes: true, isNarrow: false },
  { kind: 'tablet', width: 550, height: 540, hasNotes: false, isNarrow: false },
  { kind: 'phone', width: 306, height: 540, hasNotes: false, isNarrow: true },
  { kind: 'small', width: 246, height: 540, hasNotes: false, isNarrow: true },
] as const;

/** A point with its place, in per cent of the plot. */
interface Mark extends FrontPoint {
  x: number;
  y: number;
  size: number;
}

interface Axes {
  carbon: LogAxis;
  index: LinearAxis;
}

/**
 * The chart of a front: places are per cent of the plot, sizes pixels, so that one drawing fits every
 * screen of a kind. There is at least one point.
 */
export function chartNodes(front: DrawnFront): DrawnElement[] {
  const { points, steps, heldAgainst } = front;
  const carbon = axisFor(points.map((point) => point.carbon));
  const index = indexAxis(points.map(({ quality }) => quality));
  const marks = points.map((point) => ({
    ...point,
    x: positionOn(carbon, point.carbon.central),
    y: depthOn(index, point.quality),
    size: markSize(point.probabilityOnFront ?? 0),
  }));
  return [
    ...gridOf({ carbon, index }),
    ...(heldAgainst === undefined ? [] : [lineAtOne(carbon)]),
    ...(steps.length === 0
      ? []
      : [
          element(
            'svg',
            { viewBox: '0 0 100 100', preserveAspectRatio: 'none', width: '100%', height: '100%' },
            element('path', { class: 'band', d: stepBand(steps, carbon, index) }),
            element('path', { class: 'front', d: stepLine(steps, 'central', carbon, index) }),
          ),
        ]),
    // The most probable are drawn last, above the others.
    ...marks.toReversed().map((mark) => markOf(mark, carbon, front)),
    ...PLOTS.map((plot) =>
      namesOf(marks, plot.hasNotes ? notesOn(front, { carbon, index }, plot) : [], plot),
    ),
  ];
}

function percent(value: number): string {
  return `${Number(value.toFixed(2))}%`;
}

function gridOf({ carbon, index }: Axes): DrawnElement[] {
  const upright = ticksOf(carbon).flatMap(({ position, label }) =>
    label === undefined ? [] : [{ x: percent(position), label }],
  );
  return [
    ...upright.flatMap(({ x, label }) => [
      element('line', { class: 'grid', x1: x, x2: x, y1: 0, y2: '100%' }),
      element('text', { x, y: '100%', dy: 20, 'text-anchor': 'middle' }, label),
    ]),
    ...index.ticks.flatMap((tick) => {
      const y = percent(depthOn(index, tick));
      return [
        element('line', { class: 'grid', x1: 0, x2: '100%', y1: y, y2: y }),
        element('text', { x: 0, y, dx: -8, dy: 4, 'text-anchor': 'end' }, String(tick)),
      ];
    }),
  ];
}

/** Where what all are held against stands itself. */
function lineAtOne(carbon: LogAxis): DrawnElement {
  const x = percent(positionOn(carbon, 1));
  return element('line', { class: 'grid one', x1: x, x2: x, y1: 0, y2: '100%' });
}

function markOf(mark: Mark, axis: LogAxis, front: DrawnFront): DrawnElement {
  const { id, evidence, carbon, probabilityOnFront: share } = mark;
  const [x, y] = [percent(mark.x), percent(mark.y)];
  const size = mark.size.toFixed(1);
  const from = percent(positionOn(axis, carbon.low));
  const to = percent(positionOn(axis, carbon.high));
  return element(
    'a',
    {
      href: sitePath(`/models/${id}/`),
      class: isOnFront(share ?? 0) ? 'point on' : 'point',
      'data-id': id,
      'data-evidence': evidence,
      'data-out': share === undefined ? '' : undefined,
    },
    element('line', { x1: from, x2: to, y1: y, y2: y }),
    element('circle', { class: 'hit', cx: x, cy: y }),
    element('use', { href: `#mark-${evidence}`, x, y, width: size, height: size }),
    element('title', {}, pointWords(mark, front)),
  );
}

/**
 * The names on one kind of screen; on the front first, then those that many know, then the rest. On a
 * narrow one those on the front alone: more would stand over the marks of others.
 */
function namesOf(
  marks: readonly Mark[],
  notes: readonly Note[],
  { kind, width, height, isNarrow }: (typeof PLOTS)[number],
): DrawnElement {
  const competing = marks.filter(({ probabilityOnFront }) => probabilityOnFront !== undefined);
  const isNear = ({ probabilityOnFront: share = 0 }: Mark) => share > NAMED_ABOVE;
  const named = [
    ...competing.filter(isNear),
    ...competing.filter((mark) => !isNear(mark) && mark.isWellKnown),
    ...competing.filter((mark) => !isNear(mark) && !mark.isWellKnown),
  ];
  const places = placeNames(
    named.map((mark) => ({
      x: (mark.x / 100) * width,
      y: (mark.y / 100) * height,
      radius: mark.size / 2,
      name: mark.name,
      isUnnamed: isNarrow && !isOnFront(mark.probabilityOnFront ?? 0),
      reach: isNear(mark) ? MUST_BE_NAMED : mark.isWellKnown ? 42 : 0,
    })),
    { width, height },
    notes.map(({ room }) => room),
  );
  return element(
    'g',
    { class: `names ${kind}`, 'aria-hidden': 'true' },
    ...notes.map((note) => noteOf(note, { width, height })),
    ...named.flatMap((mark, position) => {
      const place = places[position];
      if (place === undefined) return [];
      const [x, y] = [percent(mark.x), percent(mark.y)];
      const [dx, dy] = [round(place.dx), round(place.dy)];
      const isOn = isOnFront(mark.probabilityOnFront ?? 0);
      return [
        ...(place.leaderTo === undefined
          ? []
          : [
              element(
                'svg',
                { x, y },
                element('path', {
                  d: `M0 0L${round(place.leaderTo.x)} ${round(place.leaderTo.y)}`,
                }),
              ),
            ]),
        element(
          'text',
          {
            x,
            y,
            dx,
            dy,
            'text-anchor': place.anchor,
            'data-of': mark.id,
            class: isOn ? 'on' : isNear(mark) || mark.isWellKnown ? undefined : 'minor',
          },
          mark.name,
        ),
      ];
    }),
  );
}

/**
 * A note with what leads to what it is about. Beside it, it keeps its place in the plot however wide that
 * is; above it, it moves with it.
 */
function noteOf(
  { lines, anchor, x, y, to }: Note,
  { width, height }: { width: number; height: number },
): DrawnElement {
  const isAside = Math.abs(y - to.y) < NOTE_LINE_HEIGHT;
  const [toX, toY] = [percent((100 * to.x) / width), percent((100 * to.y) / height)];
  const at = isAside ? percent((100 * x) / width) : toX;
  const [dx, dy] = [isAside ? 0 : x - to.x, y - to.y];
  const below = round(dy + (lines.length - 1) * NOTE_LINE_HEIGHT + 5);
  return element(
    'g',
    { class: 'note' },
    isAside
      ? element('line', { x1: at, x2: toX, y1: toY, y2: toY })
      : element('svg', { x: toX, y: toY }, element('path', { d: `M0 ${below}L0 -8` })),
    element(
      'svg',
      { x: at, y: toY },
      element(
        'text',
        { 'text-anchor': anchor },
        ...lines.map((line, position) =>
          element('tspan', { x: round(dx), y: round(dy + position * NOTE_LINE_HEIGHT) }, line),
        ),
      ),
    ),
  );
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

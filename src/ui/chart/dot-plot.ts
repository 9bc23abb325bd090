import { at } from '../../estimation/draws.ts';
import { type LogAxis, positionOn } from './log-axis.ts';

/** A hundred dots, each one chance in a hundred. */
const DOTS = 100;
/** How many of them lie beyond each end of the range. */
const OUTSIDE = 5;
/** Steps of the axis in which dots are stacked: a dot each at the width of a table's chart. */
export const DOT_COLUMNS = 64;
/** The least room for a stack, so that few dots do not lie far apart. */
const LEAST_LEVELS = 10;

/** What the outermost dots span, of draws sorted lowest first. */
export function dottedSpan(sorted: Float64Array): { low: number; high: number } {
  return { low: quantileOfDot(sorted, 0), high: quantileOfDot(sorted, DOTS - 1) };
}

function quantileOfDot(sorted: Float64Array, dot: number): number {
  return at(sorted, Math.floor(((dot + 0.5) / DOTS) * sorted.length));
}

/** Dots in units of one dot, from the left and from the bottom. */
export interface DotPlot {
  inside: Dot[];
  outside: Dot[];
  /** How many dots high it is. */
  levels: number;
}

interface Dot {
  column: number;
  level: number;
}

/**
 * The hundred quantiles of a distribution on a logarithmic axis, stacked (M. Kay et al., When (ish)
 * is my bus?, CHI 2016). `sorted` holds its draws, lowest first.
 */
export function dotPlot(axis: LogAxis, sorted: Float64Array): DotPlot {
  const plot: DotPlot = { inside: [], outside: [], levels: 0 };
  const stacked = new Map<number, number>();
  for (let dot = 0; dot < DOTS; dot += 1) {
    const position = positionOn(axis, quantileOfDot(sorted, dot));
    const step = Math.floor((position / 100) * DOT_COLUMNS);
    const column = Math.min(DOT_COLUMNS - 1, step);
    const level = stacked.get(column) ?? 0;
    stacked.set(column, level + 1);
    plot.levels = Math.max(plot.levels, level + 1);
    const isOutside = dot < OUTSIDE || dot >= DOTS - OUTSIDE;
    (isOutside ? plot.outside : plot.inside).push({ column, level });
  }
  return plot;
}

/** The room that all plots of one chart need, in dots. */
export function levelsOf(plots: readonly DotPlot[]): number {
  return Math.max(LEAST_LEVELS, ...plots.map(({ levels }) => levels));
}

/** Dots as an SVG's view box and as paths of points, which round line caps make round however it is stretched. */
export function dotPaths({ inside, outside, levels }: DotPlot): {
  viewBox: string;
  inside: string;
  outside: string;
} {
  const path = (dots: DotPlot['inside']) =>
    dots.map(({ column, level }) => `M${column + 0.5} ${levels - level - 0.5}h0`).join('');
  return {
    viewBox: `0 0 ${DOT_COLUMNS} ${levels}`,
    inside: path(inside),
    outside: path(outside),
  };
}

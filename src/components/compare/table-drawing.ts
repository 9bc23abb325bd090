import { axisBackground } from '../../ui/chart/axis-background.ts';
import { positionOn } from '../../ui/chart/log-axis.ts';
import type { ComparisonView } from './comparison-view.ts';
import { DOT_COLUMNS, type DotPlot } from './dot-plot.ts';

/** Style of the table of models: its axis' grid lines behind every row. */
export function chartStyle({ axis }: ComparisonView): string {
  return `--gl:${axisBackground(axis)}`;
}

/** Style of the table of pairs: grid lines, and where both emit the same. */
export function ratioStyle({ ratioAxis }: ComparisonView): string {
  const one = positionOn(ratioAxis, 1).toFixed(2);
  const line = `linear-gradient(var(--ink-2) 0 0) ${one}% 0/1px 100% no-repeat`;
  return `--gl:${line},${axisBackground(ratioAxis)}`;
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

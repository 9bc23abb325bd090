import { axisBackground } from '../../ui/chart/axis-background.ts';
import { positionOn } from '../../ui/chart/log-axis.ts';
import type { ComparisonView } from './comparison-view.ts';

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

import type { Range } from '../../estimation/ranges.ts';
import { axisBackground } from '../../ui/chart/axis-background.ts';
import { axisFor, type LogAxis } from '../../ui/chart/log-axis.ts';

/** The axis that all rows of the index share, and what is drawn behind and above it. */
export interface TableAxis {
  axis: LogAxis;
  medians: number[];
  /** CSS backgrounds of the column: grid lines and the middle half of all medians. */
  background: string;
}

/** The axis for these ranges, with a line at a value if one is given. */
export function tableAxis(ranges: readonly Range[], mark?: number): TableAxis {
  const axis = axisFor(ranges);
  const medians = ranges.map(({ central }) => central).toSorted((a, b) => a - b);
  const at = (share: number) => medians[Math.round((medians.length - 1) * share)];
  const middleHalf = { low: at(0.25) ?? axis.low, high: at(0.75) ?? axis.high };
  return { axis, medians, background: axisBackground(axis, middleHalf, mark) };
}

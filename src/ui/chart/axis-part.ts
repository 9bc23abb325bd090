import { type LogAxis, positionOn } from './log-axis.ts';

/** The custom properties with which bars that are placed on an axis are seen on a part of it. */
export function partStyle(axis: LogAxis, part: LogAxis): string {
  const [from, to] = [part.low, part.high].map((end) => positionOn(axis, end) / 100);
  const length = (to ?? 1) - (from ?? 0);
  return `--stretch:${(1 / length).toFixed(4)};--shift:${((from ?? 0) / length).toFixed(4)}`;
}

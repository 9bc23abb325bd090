import { type LogAxis, positionOn, ticksOf } from './log-axis.ts';

/**
 * CSS backgrounds that draw an axis' labelled grid lines and, where given, a tinted band between two
 * values and a darker line at one, behind every bar that shares the axis.
 */
export function axisBackground(
  axis: LogAxis,
  band?: { low: number; high: number },
  mark?: number,
): string {
  const line = (position: number, colour: string) =>
    `linear-gradient(var(${colour}) 0 0) ${round(position)}% 0/1px 100% no-repeat`;
  const grid = ticksOf(axis)
    .filter(({ label }) => label !== undefined)
    .map(({ position }) => line(position, '--grid'));
  const lines = mark === undefined ? grid : [line(positionOn(axis, mark), '--ink-3'), ...grid];
  if (band === undefined) return lines.join(',');
  const start = positionOn(axis, band.low);
  const width = positionOn(axis, band.high) - start;
  // A background's percentage counts from the room that its own width leaves free.
  const offset = (100 * start) / (100 - width);
  const tint = `linear-gradient(var(--tint) 0 0) ${round(offset)}% 0/${round(width)}% 100% no-repeat`;
  return [...lines, tint].join(',');
}

function round(value: number): number {
  return Number(value.toFixed(2));
}

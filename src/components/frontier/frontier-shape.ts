import type { FrontStep } from '../../estimation/frontier.ts';
import { type LogAxis, positionOn } from '../../ui/chart/log-axis.ts';

/** A linear axis with round ends and marks. */
export interface LinearAxis {
  low: number;
  high: number;
  ticks: number[];
}

const TICK_STEP = 10;

/** The room above the highest value, as a share of the axis, for what is said of it. */
const HEADROOM = 0.1;

/** The axis of an index, in steps of ten, ending on them. */
export function indexAxis(values: readonly number[]): LinearAxis {
  const most = Math.max(...values);
  const low = TICK_STEP * Math.floor(Math.min(...values) / TICK_STEP);
  const high =
    TICK_STEP * Math.ceil(Math.max(most + 1, most + HEADROOM * (most - low)) / TICK_STEP);
  const count = (high - low) / TICK_STEP + 1;
  return { low, high, ticks: Array.from({ length: count }, (_, tick) => low + TICK_STEP * tick) };
}

/** How far down an index lies, in per cent of the axis' height. */
export function depthOn({ low, high }: LinearAxis, value: number): number {
  return (100 * (high - value)) / (high - low);
}

/** Width of a mark in pixels: its area grows with the probability of being on the front. */
export function markSize(probabilityOnFront: number): number {
  return 6 + 9 * Math.sqrt(probabilityOnFront);
}

/** The front at one percentile: from the highest index down in steps, in per cent of the plot. */
export function stepLine(
  steps: readonly FrontStep[],
  percentile: 'low' | 'central' | 'high',
  carbon: LogAxis,
  index: LinearAxis,
): string {
  return cornersOf(steps, percentile, carbon, index)
    .map(([x, y], corner) => `${corner === 0 ? 'M' : 'L'}${x} ${y}`)
    .join('');
}

/** Between the front's 5th and 95th percentile, as an area. */
export function stepBand(steps: readonly FrontStep[], carbon: LogAxis, index: LinearAxis): string {
  const back = cornersOf(steps, 'high', carbon, index).toReversed();
  return `${stepLine(steps, 'low', carbon, index)}${back.map(([x, y]) => `L${x} ${y}`).join('')}Z`;
}

function cornersOf(
  steps: readonly FrontStep[],
  percentile: 'low' | 'central' | 'high',
  carbon: LogAxis,
  index: LinearAxis,
): [number, number][] {
  const corners = steps.flatMap(({ quality, carbon: least }, step): [number, number][] => {
    const x = hundredths(positionOn(carbon, least[percentile]));
    const next = steps[step + 1]?.quality ?? index.low;
    return [
      [x, hundredths(depthOn(index, quality))],
      [x, hundredths(depthOn(index, next))],
    ];
  });
  // A long upright is drawn once, not from model to model.
  return corners.filter(
    ([x], corner) => x !== corners[corner - 1]?.[0] || x !== corners[corner + 1]?.[0],
  );
}

function hundredths(value: number): number {
  return Number(value.toFixed(2));
}

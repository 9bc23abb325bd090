import { kernelDensityEstimation } from 'simple-statistics';
import { at } from '../../estimation/draws.ts';
import type { LogAxis } from '../../ui/chart/log-axis.ts';

/** One place on the axis, with a value per model under its id. */
export interface CurvePoint {
  carbon: number;
  values: Readonly<Record<string, number>>;
}

/** What curves show of a distribution. */
export const CURVE_KINDS = ['cumulative', 'density'] as const;
export type CurveKind = (typeof CURVE_KINDS)[number];

const STEPS = 120;
/** Quantiles that stand for all draws where each would cost too much. */
const QUANTILES = 400;

/**
 * Curves of distributions, of each the draws by a model's id, lowest first, over a logarithmic axis: the probability of at most so much,
 * or the density over its logarithm, smoothed by a normal kernel of Scott's width.
 */
export function distributionCurves(
  models: ReadonlyMap<string, Float64Array>,
  axis: LogAxis,
  kind: CurveKind,
): CurvePoint[] {
  const curves = [...models].map(([id, sorted]) => ({
    id,
    valueAt: kind === 'cumulative' ? shareUpTo(sorted) : densityOf(sorted),
  }));
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const carbon = axis.low * (axis.high / axis.low) ** (step / STEPS);
    return {
      carbon,
      values: Object.fromEntries(curves.map(({ id, valueAt }) => [id, valueAt(carbon)])),
    };
  });
}

/** The share of sorted draws that are at most a value. */
export function shareUpTo(sorted: Float64Array): (value: number) => number {
  return (value) => {
    let from = 0;
    let to = sorted.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (at(sorted, middle) <= value) from = middle + 1;
      else to = middle;
    }
    return from / sorted.length;
  };
}

function densityOf(sorted: Float64Array): (value: number) => number {
  const logs = Array.from({ length: QUANTILES }, (_, index) =>
    Math.log(at(sorted, Math.floor(((index + 0.5) / QUANTILES) * sorted.length))),
  );
  const density = kernelDensityEstimation(logs, 'gaussian', 'nrd');
  return (value) => density(Math.log(value));
}

import type { Maker } from '../../release/makers.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';

/** What the ranges of several models span, per 1000 output tokens; undefined where there is none. */
export interface Span {
  /** The lowest 5th and the highest 95th percentile. */
  low: number;
  high: number;
  /** From the lowest up. */
  medians: number[];
}

/** The span of a maker's models. */
export function spanOf({ models }: Pick<Maker, 'models'>): Span | undefined {
  if (models.length === 0) return undefined;
  const ranges = models.map(({ perThousandOutputTokens }) => perThousandOutputTokens.gramsCO2e);
  return {
    low: Math.min(...ranges.map(({ low }) => low)),
    high: Math.max(...ranges.map(({ high }) => high)),
    medians: ranges.map(({ central }) => central).toSorted((a, b) => a - b),
  };
}

/** The medians from the lowest to the highest; one alone by itself. */
export function mediansText({ medians }: Pick<Span, 'medians'>): string {
  const [first = 0] = medians;
  const last = medians.at(-1) ?? first;
  return medians.length === 1 ? quantityText(first) : rangeText({ low: first, high: last });
}

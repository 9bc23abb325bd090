import { median } from 'simple-statistics';
import type { Range } from '../../estimation/ranges.ts';

/** A figure that is known and the range that was computed without it. */
export interface Scored {
  known: number;
  range: Range;
}

/** How computed ranges fared against what is known. Shares are fractions. */
export interface TrainingScores {
  count: number;
  /** Median of |computed over known - 1|. */
  medianRelativeError: number;
  withinFactorTwo: number;
  withinFactorThree: number;
  /** Of the known figures, inside P5 to P95. */
  inside: number;
  /** Median of P95 over P5. */
  medianWidth: number;
}

/** Scores of at least one comparison; undefined where there is none. */
export function scoresOf(scored: readonly Scored[]): TrainingScores | undefined {
  if (scored.length === 0) return undefined;
  const share = (isSo: (one: Scored) => boolean) => scored.filter(isSo).length / scored.length;
  const factor = ({ known, range }: Scored) => Math.exp(Math.abs(Math.log(range.central / known)));
  return {
    count: scored.length,
    medianRelativeError: median(
      scored.map(({ known, range }) => Math.abs(range.central / known - 1)),
    ),
    withinFactorTwo: share((one) => factor(one) <= 2),
    withinFactorThree: share((one) => factor(one) <= 3),
    inside: share(({ known, range }) => known >= range.low && known <= range.high),
    medianWidth: median(scored.map(({ range }) => range.high / range.low)),
  };
}

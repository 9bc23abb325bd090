import type { ErrorFigures } from '../../calibration/validation/scores.ts';

/** A share of 1 as a whole percentage. */
export function wholePercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** The figures of a score in the order of the table's columns; a dash where there is no range. */
export function errorCells(figures: ErrorFigures): string[] {
  return [
    wholePercent(figures.medianRelativeErrorShare),
    wholePercent(figures.p90RelativeErrorShare),
    wholePercent(figures.withinFactorTwoShare),
    figures.insideRangeShare === null ? '–' : wholePercent(figures.insideRangeShare),
    figures.medianRangeHighOverLow === null ? '–' : figures.medianRangeHighOverLow.toFixed(1),
    figures.medianPredictedOverMeasured.toFixed(2),
  ];
}

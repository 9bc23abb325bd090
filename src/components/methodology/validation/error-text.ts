import type { ErrorFigures } from '../../../calibration/statistics/scores.ts';
import type { DisclosureReport } from '../../../calibration/validation/disclosures.ts';
import type { SpeedValidationRow } from '../../../calibration/validation/speed-conditioning.ts';
import { wholePercentText } from '../../../text/numbers.ts';

const KIND_WORDS: Readonly<Record<DisclosureReport['independent'][number]['kind'], string>> = {
  measured: 'metered',
  modelled: 'modelled',
  stated: 'stated without a method',
};

/** How many of the independent figures of each kind lie inside our range. */
export function insideText(independent: DisclosureReport['independent']): string {
  const parts = independent
    .toSorted((a, b) => a.kind.localeCompare(b.kind, 'en'))
    .map(({ kind, figures, inside }) => `${inside} of ${figures} that were ${KIND_WORDS[kind]}`);
  return new Intl.ListFormat('en').format(parts);
}

/** How wide ranges are and how many measurements they hold, in a cell; a dash where there is none. */
export function coverageCell(
  row: Pick<SpeedValidationRow, 'medianHighOverLow' | 'coverageShare'> | undefined,
): string {
  return row === undefined
    ? '–'
    : `${row.medianHighOverLow.toFixed(1)}; ${wholePercentText(row.coverageShare)} inside`;
}

/** The figures of a score in the order of the table's columns; a dash where there is no range. */
export function errorCells(figures: ErrorFigures): string[] {
  return [
    wholePercentText(figures.medianRelativeErrorShare),
    wholePercentText(figures.p90RelativeErrorShare),
    wholePercentText(figures.withinFactorTwoShare),
    figures.insideRangeShare === null ? '–' : wholePercentText(figures.insideRangeShare),
    figures.medianRangeHighOverLow === null ? '–' : figures.medianRangeHighOverLow.toFixed(1),
    figures.medianPredictedOverMeasured.toFixed(2),
  ];
}

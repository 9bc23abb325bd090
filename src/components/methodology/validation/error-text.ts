import type { ErrorFigures } from '../../../calibration/statistics/scores.ts';
import type { DisclosureReport } from '../../../calibration/validation/disclosures.ts';
import type { SpeedValidationRow } from '../../../calibration/validation/speed-conditioning.ts';
import { JOULES_PER_WATT_HOUR } from '../../../estimation/units.ts';
import { quantityText, wholePercentText } from '../../../text/numbers.ts';

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

/** Where all of them lie, whatever their kind. */
export function directionText(independent: DisclosureReport['independent']): string {
  const sum = (part: 'figures' | 'inside' | 'above' | 'below') =>
    independent.reduce((total, count) => total + count[part], 0);
  return `Of all ${sum('figures')}, ${sum('inside')} lie inside our range, ${sum('above')} above it and ${sum('below')} below it`;
}

/** The equation at the load that a publisher states, beside what it publishes for an output token. */
export function atStatedLoadText({
  atStatedLoad: load,
  stated,
  unit,
  inputTokens,
  outputTokens,
}: Pick<
  DisclosureReport['comparisons'][number],
  'atStatedLoad' | 'stated' | 'unit' | 'inputTokens' | 'outputTokens'
>): string | undefined {
  if (load === null || unit === 'gramsCO2e' || inputTokens > 0) return undefined;
  const joules = (stated.value * (unit === 'wattHours' ? JOULES_PER_WATT_HOUR : 1)) / outputTokens;
  return `At that load the equation gives ${quantityText(load.eightBitJoules)} J for an output token with weights of 8 bits and ${quantityText(load.sixteenBitJoules)} J with 16, accelerators alone, on an H100 in the engine of 2025; published are ${quantityText(joules)} J.`;
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
    figures.insideRangeShare === null ? '–' : wholePercentText(figures.insideRangeShare),
    figures.medianRangeHighOverLow === null ? '–' : figures.medianRangeHighOverLow.toFixed(1),
    wholePercentText(figures.medianRelativeErrorShare),
    wholePercentText(figures.p90RelativeErrorShare),
    wholePercentText(figures.withinFactorTwoShare),
    figures.medianPredictedOverMeasured.toFixed(2),
  ];
}

import type { CatalogData } from '../../catalog/read-data.ts';
import { sharpenByEndpoints } from './endpoints.ts';
import { compareObservedSpeeds } from './observed-speeds.ts';
import type { LatencyFile } from './record.ts';
import { SpeedConditioning, type SpeedValidationRow } from './speed-conditioning.ts';
import { summariseSharpening } from './summary.ts';
import {
  type ConditioningScore,
  type LatencyValidation,
  validateLatencyConditioning,
} from './validation.ts';

/**
 * What reading speed and quantization would do to the ranges: coverage and width on measured rows,
 * widths over the list, observed speeds against predicted. Numbers to four digits. Takes about
 * twenty seconds.
 */
export function speedReport(data: CatalogData, latency: LatencyFile): SpeedConditioning {
  const validation = validateLatencyConditioning({ ...data, latency });
  return SpeedConditioning.parse(
    rounded({
      listRetrieved: data.modelList.retrieved,
      measuredRows: validation.rows,
      architectureGroups: validation.architectureGroups,
      validation: validationRows(validation),
      widths: summariseSharpening(sharpenByEndpoints(data, latency)),
      observedSpeeds: compareObservedSpeeds(data, latency),
    }),
  );
}

/** The rows of the published validation, four for each state of knowledge. */
export function validationRows({ scores }: LatencyValidation): SpeedValidationRow[] {
  return scores.flatMap((score) => [
    validationRow(score, 'all', 'groups'),
    validationRow(score, 'all', 'rows'),
    validationRow(score, 'usual-batch', 'groups'),
    validationRow(score, 'usual-batch', 'rows'),
  ]);
}

function validationRow(
  { servingStack: stack, quantization, speed, figures, usualBatchFigures }: ConditioningScore,
  rows: SpeedValidationRow['rows'],
  weighting: SpeedValidationRow['weighting'],
): SpeedValidationRow {
  const both = rows === 'all' ? figures : usualBatchFigures;
  const { medianRangeHighOverLow, insideRangeShare } =
    weighting === 'groups' ? both.groupsEqual : both.rowsEqual;
  return {
    stack,
    quantization,
    speed,
    rows,
    weighting,
    medianHighOverLow: medianRangeHighOverLow ?? Number.NaN,
    coverageShare: insideRangeShare ?? Number.NaN,
  };
}

const DIGITS = 4;

/** The same record with its fractions to DIGITS. */
function rounded(record: SpeedConditioning): unknown {
  return JSON.parse(
    JSON.stringify(record, (_, value: unknown) =>
      typeof value === 'number' && !Number.isInteger(value)
        ? Number(value.toPrecision(DIGITS))
        : value,
    ),
  );
}

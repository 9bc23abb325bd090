import { type CalibratedNumber, type Difference, numberDifferences } from '../yaml-numbers.ts';
import type { SpeedConditioning } from './speed-conditioning.ts';

/** Rounding of another machine may move the last digit, and a share of rows by a row at the edge. */
const SAME_WITHIN_SHARE = 0.005;

/** What a fresh report would change. Empty: record, rows and list agree. */
export function speedReportDifferences(
  inFile: SpeedConditioning | undefined,
  fresh: SpeedConditioning,
): Difference[] {
  const held = inFile === undefined ? [] : numbersOf(inFile);
  const dates =
    inFile?.listRetrieved === fresh.listRetrieved
      ? []
      : [
          {
            field: 'listRetrieved',
            inFile: inFile?.listRetrieved,
            fitted: fresh.listRetrieved,
          },
        ];
  return [...dates, ...numberDifferences(held, numbersOf(fresh), SAME_WITHIN_SHARE)];
}

/** Every number of the record, rows named by what they are of. */
function numbersOf(record: SpeedConditioning): CalibratedNumber[] {
  const { measuredRows, architectureGroups, validation, widths, observedSpeeds } = record;
  return [
    ...fieldsOf([], { measuredRows, architectureGroups }),
    ...validation.flatMap(({ medianHighOverLow, coverageShare, ...named }) =>
      fieldsOf(['validation', Object.values(named).join(' ')], {
        medianHighOverLow,
        coverageShare,
      }),
    ),
    ...widths.flatMap(({ models, count, acceleratorJoules, gramsCO2e }) => [
      ...fieldsOf(['widths', models], { count }),
      ...fieldsOf(['widths', models, 'acceleratorJoules'], acceleratorJoules),
      ...fieldsOf(['widths', models, 'gramsCO2e'], gramsCO2e),
    ]),
    ...fieldsOf(['observedSpeeds'], observedSpeeds),
  ];
}

function fieldsOf(
  record: readonly string[],
  fields: Readonly<Record<string, number>>,
): CalibratedNumber[] {
  return Object.entries(fields).map(([field, value]) => ({ path: [...record, field], value }));
}

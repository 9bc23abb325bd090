import type { ScatterRow } from '../../../../src/calibration/validation/validate.ts';
import { currentRelease } from '../../../../src/release/current.ts';
import { currentValidation } from '../../../../src/release/current-validation.ts';
import { header, type KnownFiles, saying } from './known-file.ts';

const { release, data } = currentRelease();
// Made before the tests begin, whose time is limited.
const validation = currentValidation();

export const VALIDATION_FILES: KnownFiles = {
  '/api/v1/validation.json': {
    // The fits and their scores have tests of their own; here is what can be told without them.
    expected: () => {
      const { scatter, inSample, leaveOneGroupOut, disclosures, ...rest } = validation;
      const { overall, each } = leaveOneGroupOut;
      const rows = scatter.filter(({ knownOutlier }) => !knownOutlier);
      return {
        ...header(
          release,
          saying(
            /^joules per output token, accelerators alone\b/,
            /disclosures in the unit that each names, their water in mL/,
            /ratios, shares of 1 and counts$/,
          ),
        ),
        ...rest,
        scatter: scatter.map((row, index) => ({ ...row, ...measuredAt(index) })),
        inSample: {
          ...inSample,
          rowsEqual: {
            ...inSample.rowsEqual,
            withinFactorTwoShare: shareOf(rows, within(2, 'inSampleJoules')),
          },
        },
        leaveOneGroupOut: {
          each,
          overall: {
            ...overall,
            rowsEqual: {
              ...overall.rowsEqual,
              withinFactorTwoShare: shareOf(rows, within(2, 'groupLeftOutJoules')),
              insideRangeShare: shareOf(rows, isInside),
            },
          },
        },
        disclosures: {
          ...disclosures,
          comparisons: disclosures.comparisons.map((one) => {
            const { cases = [], unit } = data.disclosures[one.id] ?? {};
            const { value, ours } = { value: one.stated.value, ours: one.ours };
            return {
              ...one,
              unit,
              stated: cases
                .map(({ value, low = null, high = null }) => ({ value, low, high }))
                .find((stated) => stated.value === value),
              verdict: value < ours.low ? 'below' : value > ours.high ? 'above' : 'inside',
              statedOverOurCentral: value / ours.central,
            };
          }),
        },
      };
    },
  },
};

function shareOf<T>(rows: readonly T[], holds: (row: T) => boolean): number {
  return rows.filter(holds).length / rows.length;
}

function within(factor: number, predicted: 'inSampleJoules' | 'groupLeftOutJoules') {
  return (row: ScatterRow) =>
    Math.max(row[predicted] / row.measuredJoules, row.measuredJoules / row[predicted]) <= factor;
}

function isInside({ groupLeftOutLowJoules, measuredJoules, groupLeftOutHighJoules }: ScatterRow) {
  return groupLeftOutLowJoules <= measuredJoules && measuredJoules <= groupLeftOutHighJoules;
}

/** What was measured, from the row of the measurements. */
function measuredAt(index: number) {
  const row = data.measurements[index];
  return (
    row && {
      configuration: row.configuration,
      accelerator: row.accelerator,
      acceleratorCount: row.acceleratorCount,
      concurrentSequences: row.concurrentSequences,
      weightBits: row.weightBits,
      measuredJoules: row.joulesPerOutputToken,
    }
  );
}

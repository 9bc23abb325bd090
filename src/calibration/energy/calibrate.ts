import type { MeasuredRow } from '../../catalog/measurement.ts';
import type { AcceleratorEnergyFile } from '../../catalog/method.ts';
import { groupWeights } from '../statistics/group-weights.ts';
import { jackknifeStandardError } from '../statistics/jackknife.ts';
import { fitCoefficients } from './fit-coefficients.ts';
import { FREE_PARAMETERS, lnParameters } from './free-parameters.ts';
import { fitWithout, type LeftOutFits, leaveEachOut } from './leave-out.ts';
import { type ArchitectureUse, rowJoules, withoutOutliers } from './row-prediction.ts';

/**
 * Everything in the coefficient file that follows from the measured rows: coefficients with their
 * jackknife standard errors, the regressions for unpublished architectures, and the form errors of
 * the tiers without measurements of their own. The rest of `file` is kept. Throws where the number
 * of groups has changed, since Student's t in the file belongs to it.
 */
export function calibrate(
  rows: readonly MeasuredRow[],
  file: AcceleratorEnergyFile,
): AcceleratorEnergyFile {
  const used = withoutOutliers(rows);
  const full = fitCoefficients(used, file);
  const leftOut = leaveEachOut(used, file, 'architectureGroup');
  if (leftOut.size !== file.measuredGroups) {
    throw new RangeError(
      `the rows hold ${leftOut.size} architecture groups and the coefficient file says measuredGroups: ${file.measuredGroups}; set it, and studentT90 for ${leftOut.size - 1} degrees of freedom`,
    );
  }
  return {
    ...full,
    fitted: withStandardErrors(full.fitted, leftOut),
    formErrorSdLn: {
      ...file.formErrorSdLn,
      architecture: leftOutErrorSdLn(used, leftOut, 'given'),
      parameters: leftOutErrorSdLn(used, leftOut, 'withheld'),
    },
  };
}

/** The fitted values with standard errors of their logarithms, from the fits without each group. */
function withStandardErrors(
  fitted: AcceleratorEnergyFile['fitted'],
  leftOut: LeftOutFits,
): AcceleratorEnergyFile['fitted'] {
  const sets = [...leftOut.values()].map(lnParameters);
  const withErrors = { ...fitted };
  for (const [index, name] of FREE_PARAMETERS.entries()) {
    withErrors[name] = {
      value: fitted[name].value,
      standardErrorLn: jackknifeStandardError(sets.map((set) => set[index] ?? Number.NaN)),
    };
  }
  return withErrors;
}

/**
 * Root mean square of ln(measured / predicted) where each row is predicted by the fit without its
 * group, all groups weighing the same.
 */
function leftOutErrorSdLn(
  rows: readonly MeasuredRow[],
  leftOut: LeftOutFits,
  architectureUse: ArchitectureUse,
): number {
  const weights = groupWeights(rows.map(({ architectureGroup }) => architectureGroup));
  const weightedSquares = rows.map((row, index) => {
    const predicted = rowJoules(
      row,
      fitWithout(row, 'architectureGroup', leftOut),
      architectureUse,
    );
    return (weights[index] ?? 0) * Math.log(row.joulesPerOutputToken / predicted) ** 2;
  });
  return Math.sqrt(weightedSquares.reduce((sum, square) => sum + square, 0) / rows.length);
}

import type { AcceleratorEnergyFile } from '../../catalog/factor-files.ts';
import { groupWeights } from '../statistics/group-weights.ts';
import { jackknifeStandardError } from '../statistics/jackknife.ts';
import { fitCoefficients } from './fit-coefficients.ts';
import { FREE_PARAMETERS, lnParameters } from './free-parameters.ts';
import { fitWithout, type LeftOutFits, leaveEachOut } from './leave-out.ts';
import { type MeasuredData, type MeasuredPoint, measuredPoints } from './measured-points.ts';
import { type ArchitectureUse, pointJoules } from './row-prediction.ts';

/**
 * Everything in the coefficient file that follows from the measured rows: coefficients with their
 * jackknife standard errors, the regressions for unpublished architectures, and the errors of
 * what was left out. `leftOut` are the fits without each architecture, where they are at hand. The rest
 * of the file is kept. Throws where the number of groups has changed,
 * since Student's t in the file belongs to it.
 */
export function calibrateEnergy(
  data: MeasuredData,
  leftOut = leaveEachOut(measuredPoints(data), data.factors.accelerator, 'architectureGroup'),
): AcceleratorEnergyFile {
  const { accelerator: file } = data.factors;
  const points = measuredPoints(data);
  const full = fitCoefficients(points, file);
  if (leftOut.size !== file.measuredGroups) {
    throw new RangeError(
      `the rows hold ${leftOut.size} architecture groups and the coefficient file says measuredGroups: ${file.measuredGroups}; set it, and studentT90 for ${leftOut.size - 1} degrees of freedom`,
    );
  }
  const fitted = points.filter((point) => point.fitted);
  const benchmark = fitted.filter(({ set }) => set !== 'inferencex');
  const cellWeights = groupWeights(benchmark.map(({ cell }) => cell));
  const today = fitted.filter(({ set }) => set === 'inferencex');
  const together = today.filter((point) => !isDisaggregated(point, file));
  const apart = today.filter((point) => isDisaggregated(point, file));
  return {
    ...full,
    fitted: withStandardErrors(full.fitted, leftOut),
    formErrorSdLn: {
      ...file.formErrorSdLn,
      architecture: rootMeanSquare(errorsLn(benchmark, leftOut, 'given'), cellWeights),
      parameters: rootMeanSquare(errorsLn(benchmark, leftOut, 'withheld'), cellWeights),
    },
    runErrorSdLn: {
      ...file.runErrorSdLn,
      architecture: rootMeanSquare(errorsLn(together, leftOut, 'given')),
      parameters: rootMeanSquare(errorsLn(together, leftOut, 'withheld')),
      disaggregated: rootMeanSquare(errorsLn(apart, leftOut, 'given')),
    },
  };
}

function isDisaggregated({ run }: MeasuredPoint, file: AcceleratorEnergyFile): boolean {
  return run(file).point.disaggregated;
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

/** ln(measured / predicted) of points, each predicted by the fit without its architecture. */
function errorsLn(
  points: readonly MeasuredPoint[],
  leftOut: LeftOutFits,
  architectureUse: ArchitectureUse,
): number[] {
  return points.map((point) => {
    const unseen = fitWithout(point, 'architectureGroup', leftOut);
    return Math.log(point.joulesPerOutputToken / pointJoules(point, unseen, architectureUse));
  });
}

/** By weights that average 1, where there are any. */
function rootMeanSquare(values: readonly number[], weights?: readonly number[]): number {
  const squares = values.map((value, index) => (weights?.[index] ?? 1) * value ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / values.length);
}

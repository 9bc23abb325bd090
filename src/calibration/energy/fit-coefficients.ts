import { measuredRun } from '../../catalog/measured-rows.ts';
import type { MeasuredRow } from '../../catalog/measurement.ts';
import { type AcceleratorEnergyFile, acceleratorCoefficients } from '../../catalog/method.ts';
import { predictedJoulesPerOutputToken } from '../../estimation/measured-run.ts';
import { fitLogarithms } from '../statistics/fit-logarithms.ts';
import { FREE_PARAMETERS, PRIORS, withParameters } from './free-parameters.ts';
import { withoutOutliers } from './row-prediction.ts';
import { fitUnknownArchitecture } from './unknown-architecture.ts';

/**
 * Fits the free parameters, as logarithms, to ln(J per output token) of the rows, each architecture
 * group weighing the same. The regressions for unpublished architectures are fitted beside it, on
 * the same rows. Known outliers are left out. `file` gives the fixed constants; the fitted values
 * that it holds have no say. Returns the file with the fitted values. Throws where no row is left.
 */
export function fitCoefficients(
  rows: readonly MeasuredRow[],
  file: AcceleratorEnergyFile,
): AcceleratorEnergyFile {
  const counted = withoutOutliers(rows);
  const lnValues = fitLogarithms(
    counted.map((row) => ({
      group: row.architectureGroup,
      measured: row.joulesPerOutputToken,
      modelled: ({ candidate, coefficients }: Candidate) =>
        predictedJoulesPerOutputToken(measuredRun(row, candidate), coefficients)
          .joulesPerOutputToken,
    })),
    FREE_PARAMETERS.map((name) => PRIORS[name]),
    (candidateLn) => {
      const candidate = withParameters(file, candidateLn);
      return { candidate, coefficients: acceleratorCoefficients(candidate) };
    },
  );
  return {
    ...withParameters(file, lnValues),
    unknownArchitecture: fitUnknownArchitecture(counted),
  };
}

/** A coefficient file that the fit tries, with what follows from it. */
interface Candidate {
  candidate: AcceleratorEnergyFile;
  coefficients: ReturnType<typeof acceleratorCoefficients>;
}

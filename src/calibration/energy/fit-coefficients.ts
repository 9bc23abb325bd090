import type { AcceleratorEnergyFile } from '../../catalog/factor-files.ts';
import { acceleratorCoefficients } from '../../catalog/method-of-factors.ts';
import { energyShape } from '../../estimation/energy-shape.ts';
import { foldedJoules } from '../../estimation/measured-run.ts';
import { fitLogarithms } from '../statistics/fit-logarithms.ts';
import { FREE_PARAMETERS, PRIORS, withParameters } from './free-parameters.ts';
import type { MeasuredPoint } from './measured-points.ts';
import { fitUnknownArchitecture } from './unknown-architecture.ts';

/**
 * Fits the free parameters, as logarithms, to ln(J per output token) of the points of both sets, each
 * cell weighing the same. The regressions for unpublished architectures are fitted beside it, on the
 * ML.ENERGY points. Points not to be fitted are left out. `file` gives the fixed constants; the fitted
 * values that it holds have no say. Returns the file with the fitted values. Throws where no point is
 * left.
 */
export function fitCoefficients(
  points: readonly MeasuredPoint[],
  file: AcceleratorEnergyFile,
): AcceleratorEnergyFile {
  const counted = points.filter(({ fitted }) => fitted);
  const lnValues = fitLogarithms(
    counted.map(({ cell, joulesPerOutputToken, run }) => {
      // The architecture is known, so the shape does not depend on the candidate.
      const { size, architecture } = run(file);
      const shape = energyShape(size, architecture, acceleratorCoefficients(file));
      return {
        group: cell,
        measured: joulesPerOutputToken,
        modelled: ({ candidate, coefficients }: Candidate) =>
          foldedJoules(shape, run(candidate), coefficients).joulesPerOutputToken,
      };
    }),
    FREE_PARAMETERS.map((name) => PRIORS[name]),
    (candidateLn) => {
      const candidate = withParameters(file, candidateLn);
      return { candidate, coefficients: acceleratorCoefficients(candidate) };
    },
  );
  return {
    ...withParameters(file, lnValues),
    unknownArchitecture: fitUnknownArchitecture(counted, file),
  };
}

/** A coefficient file that the fit tries, with what follows from it. */
interface Candidate {
  candidate: AcceleratorEnergyFile;
  coefficients: ReturnType<typeof acceleratorCoefficients>;
}

import type { AcceleratorEnergyFile } from '../../catalog/factor-files.ts';
import { fitCoefficients } from './fit-coefficients.ts';
import type { MeasuredPoint } from './measured-points.ts';

/** What is left out together: one design at one size, all sizes of a design, or an accelerator. */
export type LeaveOutUnit = 'architectureGroup' | 'architectureFamily' | 'accelerator';

/** Coefficient files, each fitted without one group (or family, accelerator), by its name. */
export type LeftOutFits = ReadonlyMap<string, AcceleratorEnergyFile>;

/** Refits once for every group (or family, accelerator) of the points, without it, save for those `known`. */
export function leaveEachOut(
  points: readonly MeasuredPoint[],
  file: AcceleratorEnergyFile,
  unit: LeaveOutUnit,
  known: LeftOutFits = new Map(),
): LeftOutFits {
  const names = [...new Set(points.map((point) => point[unit]))];
  return new Map(
    names.map((name) => [
      name,
      known.get(name) ??
        fitCoefficients(
          points.filter((point) => point[unit] !== name),
          file,
        ),
    ]),
  );
}

/** The fit that has not seen a row's group (or family, accelerator). Throws where there is none. */
export function fitWithout<Unit extends LeaveOutUnit>(
  row: { configuration: string } & Readonly<Record<Unit, string>>,
  unit: Unit,
  fits: LeftOutFits,
): AcceleratorEnergyFile {
  const fit = fits.get(row[unit]);
  if (fit === undefined) {
    throw new RangeError(`${row.configuration}: no fit without ${unit} ${row[unit]}`);
  }
  return fit;
}

import type { MeasuredRow } from '../../catalog/measurement.ts';
import type { AcceleratorEnergyFile } from '../../catalog/method.ts';
import { fitCoefficients } from './fit-coefficients.ts';

/** What is left out together: one design at one size, or all sizes of a design. */
export type LeaveOutUnit = 'architectureGroup' | 'architectureFamily';

/** Coefficient files, each fitted without one group (or family), by its name. */
export type LeftOutFits = ReadonlyMap<string, AcceleratorEnergyFile>;

/** Refits once for every group (or family) of the rows, without it. */
export function leaveEachOut(
  rows: readonly MeasuredRow[],
  file: AcceleratorEnergyFile,
  unit: LeaveOutUnit,
): LeftOutFits {
  const names = [...new Set(rows.map((row) => row[unit]))];
  return new Map(
    names.map((name) => [
      name,
      fitCoefficients(
        rows.filter((row) => row[unit] !== name),
        file,
      ),
    ]),
  );
}

/** The fit that has not seen a row's group (or family). Throws where there is none. */
export function fitWithout(
  row: MeasuredRow,
  unit: LeaveOutUnit,
  fits: LeftOutFits,
): AcceleratorEnergyFile {
  const fit = fits.get(row[unit]);
  if (fit === undefined) {
    throw new RangeError(`${row.configuration}: no fit without ${unit} ${row[unit]}`);
  }
  return fit;
}

import type { MeasuredRow } from '../../../src/catalog/measurement.ts';

/** The same rows with some measured energies multiplied. */
export function multiplied(rows: readonly MeasuredRow[], which: (row: MeasuredRow) => boolean) {
  return rows.map((row) =>
    which(row) ? { ...row, joulesPerOutputToken: 10 * row.joulesPerOutputToken } : row,
  );
}

import type { LineageFile } from '../training-lineage.ts';
import type { RunRow } from '../training-run.ts';

/**
 * Rows with the models that they start from, and the operations of the whole, as recorded, where that is
 * not what their table says. What the table has as the operations of the fine-tuning is counted from its
 * own base or whole, and goes with it.
 */
export function withRecordedLineage(rows: readonly RunRow[], lineage: LineageFile): RunRow[] {
  const recorded = new Map(Object.entries(lineage));
  return rows.map((row) => {
    const { startsFrom: bases = row.bases, flop } = recorded.get(row.id) ?? {};
    if (bases === row.bases && flop === undefined) return row;
    return {
      ...row,
      bases,
      own_flop: undefined,
      // How the table came to its operations says nothing of the recorded ones.
      ...(flop === undefined ? {} : { flop, flop_from: [] }),
    };
  });
}

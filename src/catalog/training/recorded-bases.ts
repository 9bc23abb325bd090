import type { LineageFile } from '../training-lineage.ts';
import type { RunRow } from '../training-run.ts';

/**
 * Rows with the models that they start from as recorded, where that is not what their table says. What the
 * table has as the operations of the fine-tuning is counted from its own base, and goes with it.
 */
export function withRecordedBases(rows: readonly RunRow[], lineage: LineageFile): RunRow[] {
  const recorded = new Map(Object.entries(lineage));
  return rows.map((row) => {
    const bases = recorded.get(row.id)?.startsFrom;
    return bases === undefined ? row : { ...row, bases, own_flop: undefined };
  });
}

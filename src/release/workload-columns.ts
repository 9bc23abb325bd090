import { drawModel, workloadDraws } from '../estimation/estimate.ts';
import type { Preparation } from '../estimation/preparation.ts';
import type { Workload } from '../estimation/workload.ts';
import type { ReleasedModel } from './release.ts';

/** The gCO2e that a workload of a model takes, per draw. */
export type ColumnOf = (model: ReleasedModel, workload: Workload) => Float64Array;

/**
 * Draws each model once for each workload, whoever asks first; what is `drawn` by now, by the id of its
 * model, is not drawn again. The workload is told by identity.
 */
export function prepareColumns(
  preparation: Preparation,
  drawn: readonly (readonly [Workload, ReadonlyMap<string, Float64Array>])[] = [],
): ColumnOf {
  const known = new Map(drawn.map(([workload, columns]) => [workload, new Map(columns)]));
  return ({ id, input }, workload) => {
    const columns = known.get(workload) ?? new Map<string, Float64Array>();
    known.set(workload, columns);
    const column =
      columns.get(id) ?? workloadDraws(drawModel(input, preparation), workload).gramsCO2e;
    columns.set(id, column);
    return column;
  };
}

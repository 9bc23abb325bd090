import { drawModel, workloadDraws } from '../estimation/estimate.ts';
import type { Preparation } from '../estimation/preparation.ts';
import type { Workload } from '../estimation/workload.ts';
import type { ReleasedModel } from './release.ts';

/** The gCO2e that a workload of a model takes, per draw. */
export type ColumnOf = (model: ReleasedModel, workload: Workload) => Float64Array;

/** Draws each model once for each workload, whoever asks first. The workload is told by identity. */
export function prepareColumns(preparation: Preparation): ColumnOf {
  const known = new Map<Workload, Map<string, Float64Array>>();
  return ({ id, input }, workload) => {
    const columns = known.get(workload) ?? new Map<string, Float64Array>();
    known.set(workload, columns);
    const column =
      columns.get(id) ?? workloadDraws(drawModel(input, preparation), workload).gramsCO2e;
    columns.set(id, column);
    return column;
  };
}

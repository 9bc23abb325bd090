import { recordOf } from '../facts-of.ts';
import type { CatalogData } from '../read-data.ts';

const PARAMETERS_PER_BILLION = 1e9;
/** Of products in floating point the last digits say nothing. */
const DIGITS = 6;

/**
 * Parameters that work on one token of the model that each run made, by the run's id: what the records of
 * models know, for runs whose row in Epoch AI's table does not say. Bounds say nothing here.
 */
export function activeParametersOfRuns({
  makers,
  training,
}: Pick<CatalogData, 'makers' | 'training'>): ReadonlyMap<string, number> {
  return new Map(
    training.modelRuns.flatMap(({ model, run, relation }) => {
      const active = recordOf({ id: model }, { makers })?.parameters?.activeBillions;
      return relation === 'same' && typeof active === 'number'
        ? [[run, Number((active * PARAMETERS_PER_BILLION).toPrecision(DIGITS))] as const]
        : [];
    }),
  );
}

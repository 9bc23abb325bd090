import {
  compareDisclosures,
  type DisclosureComparison,
} from '../calibration/validation/disclosures.ts';
import type { EstimableModel } from '../catalog/catalog.ts';
import type { DisclosureFile } from '../catalog/disclosure.ts';
import { estimateWorkload } from '../estimation/estimate.ts';
import type { Preparation } from '../estimation/preparation.ts';

/** What a maker has published of its own model, beside our range for the same tokens. */
export type MakersFigure = DisclosureComparison;

/**
 * Holds what makers have published of their own models against our ranges, by model id. A supplier's own figure goes
 * before ours where it is sound, so it stands wherever a reader may quote ours.
 */
export function statedByMaker(
  disclosures: DisclosureFile,
  models: readonly EstimableModel[],
  preparation: Preparation,
): ReadonlyMap<string, MakersFigure[]> {
  const inputs = new Map(models.map(({ listed, input }) => [listed.id, input]));
  const own = Object.entries(disclosures).filter(
    ([, { statedBy, sameModel, restsOn }]) =>
      statedBy === 'maker' && sameModel && restsOn === undefined,
  );
  const { comparisons } = compareDisclosures(
    Object.fromEntries(own),
    (id, request, boundary) => {
      const input = inputs.get(id);
      return input && estimateWorkload(input, request, preparation, boundary);
    },
    () => undefined,
  );
  return Map.groupBy(comparisons, ({ modelId }) => modelId);
}

import { LEAST_ACTIVE_SHARE, PLAUSIBLE_BILLIONS } from '../plausible-sizes.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { modelRecords } from './model-records.ts';
import { sizeInWords, sizeRange } from './size-range.ts';

/** Sizes lie where models have been seen so far: slips of the decimal point and units are asked about. */
export function plausibleSize(data: Pick<CatalogData, 'makers'>): Problem[] {
  return modelRecords(data).flatMap(({ facts: { parameters }, at }) => {
    if (parameters === undefined) return [];
    const problems: Problem[] = [];
    const total = sizeRange(parameters.totalBillions);
    const active = sizeRange(parameters.activeBillions);
    if (active.low / total.high < LEAST_ACTIVE_SHARE) {
      problems.push({
        ...at,
        field: 'parameters.activeBillions',
        message: `${sizeInWords(parameters.activeBillions)} of ${sizeInWords(parameters.totalBillions)} billion is less than 1 % active; expected billions in both, check the units`,
      });
    }
    if (total.high > PLAUSIBLE_BILLIONS.most || total.low < PLAUSIBLE_BILLIONS.fewest) {
      problems.push({
        ...at,
        field: 'parameters.totalBillions',
        message: `${sizeInWords(parameters.totalBillions)} billion; expected ${PLAUSIBLE_BILLIONS.fewest} to ${PLAUSIBLE_BILLIONS.most} billion, check the units (or widen the limits in this check, with a source)`,
      });
    }
    return problems;
  });
}

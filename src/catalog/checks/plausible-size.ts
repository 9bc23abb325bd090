import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { modelRecords } from './model-records.ts';
import { sizeInWords, sizeRange } from './size-range.ts';

/** The sparsest known mixtures of experts use about 3 % of their parameters on a token. */
const LEAST_ACTIVE_SHARE = 0.01;
/** No model is known to be twice as large as the largest on OpenRouter (2,800 billion). */
const MOST_BILLIONS = 5_000;
/** The smallest language models that are sold by the token have about 0.3 billion. */
const FEWEST_BILLIONS = 0.1;

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
    if (total.high > MOST_BILLIONS || total.low < FEWEST_BILLIONS) {
      problems.push({
        ...at,
        field: 'parameters.totalBillions',
        message: `${sizeInWords(parameters.totalBillions)} billion; expected ${FEWEST_BILLIONS} to ${MOST_BILLIONS} billion, check the units (or widen the limits in this check, with a source)`,
      });
    }
    return problems;
  });
}

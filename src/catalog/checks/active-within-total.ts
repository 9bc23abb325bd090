import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { modelRecords } from './model-records.ts';
import { sizeInWords, sizeRange } from './size-range.ts';

/** No more parameters work on a token than there are, and the low end of a range is its low end. */
export function activeWithinTotal(data: Pick<CatalogData, 'makers'>): Problem[] {
  return modelRecords(data).flatMap(({ facts: { parameters }, at }) => {
    if (parameters === undefined) return [];
    const problems: Problem[] = [];
    const total = sizeRange(parameters.totalBillions);
    const active = sizeRange(parameters.activeBillions);
    for (const [name, range] of [
      ['totalBillions', total],
      ['activeBillions', active],
    ] as const) {
      if (range.low > range.high) {
        problems.push({
          ...at,
          field: `parameters.${name}`,
          message: `low is ${range.low} and high is ${range.high}; expected low <= high, swap them`,
        });
      }
    }
    if (active.low > total.low || active.high > total.high) {
      problems.push({
        ...at,
        field: 'parameters.activeBillions',
        message: `${sizeInWords(parameters.activeBillions)} active of ${sizeInWords(parameters.totalBillions)} in total; expected active <= total, check whether the two are swapped`,
      });
    }
    return problems;
  });
}

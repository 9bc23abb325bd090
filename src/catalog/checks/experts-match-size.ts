import { architectureOf } from '../facts-of.ts';
import type { Parameters } from '../maker.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { modelRecords } from './model-records.ts';
import { sizeInWords, sizeRange } from './size-range.ts';

/** A dense architecture uses all its parameters on a token; a mixture of experts does not. */
export function expertsMatchSize(data: Pick<CatalogData, 'makers'>): Problem[] {
  return modelRecords(data).flatMap(({ facts, at }) => {
    const { parameters } = facts;
    const architecture = architectureOf(facts, data);
    if (parameters === undefined || architecture === undefined) return [];
    const byExperts = (architecture.experts?.routed ?? 1) > 1;
    if (byExperts === isMixture(parameters)) return [];
    const size = `${sizeInWords(parameters.activeBillions)} of ${sizeInWords(parameters.totalBillions)} billion active`;
    return [
      {
        ...at,
        field: 'parameters.activeBillions',
        message: byExperts
          ? `${size}, but the architecture has ${architecture.experts?.routed} experts; expected fewer active than in total`
          : `${size}, but the architecture has no experts; expected all active, or the experts, routed and active`,
      },
    ];
  });
}

function isMixture({ mixtureOfExperts, activeBillions, totalBillions }: Parameters): boolean {
  return mixtureOfExperts ?? sizeRange(activeBillions).high < sizeRange(totalBillions).high;
}

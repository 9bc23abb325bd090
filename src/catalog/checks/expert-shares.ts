import { architectureOf } from '../facts-of.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { modelRecords } from './model-records.ts';
import { sizeInWords, sizeRange } from './size-range.ts';

/**
 * Of recorded mixtures the experts at work are 18 to 87 % of the active parameters; what is left is
 * attention, embeddings and what all tokens share. Sizes or experts with a slip of a digit are out of that.
 */
const LEAST_SHARE = 0.1;

/** The experts that a token uses are a part of its active parameters, and no vanishing one. */
export function expertShares(data: Pick<CatalogData, 'makers'>): Problem[] {
  return modelRecords(data).flatMap(({ facts, at }) => {
    const { parameters } = facts;
    const experts = architectureOf(facts, data)?.experts;
    if (parameters === undefined || experts === undefined) return [];
    const [total, active] = [parameters.totalBillions, parameters.activeBillions].map(sizeRange);
    const idle = experts.routed - experts.active;
    if (total === undefined || active === undefined || idle <= 0) return [];
    // All active in a mixture is reported for itself.
    if (active.high >= total.high) return [];
    // What no token uses are the idle experts, all of one size.
    const inExperts = (idleBillions: number) => (experts.active * idleBillions) / idle;
    const least = inExperts(total.low - active.high);
    const most = inExperts(total.high - active.low);
    if (least <= active.high && most >= LEAST_SHARE * active.low) return [];
    const shown = least > active.high ? least : most;
    return [
      {
        ...at,
        field: 'parameters.activeBillions',
        message: `${sizeInWords(parameters.activeBillions)} of ${sizeInWords(parameters.totalBillions)} billion active, but with ${experts.active} of ${experts.routed} experts at work these alone are ${Number(shown.toPrecision(3))} billion; expected ${LEAST_SHARE * 100} to 100 % of the active ones, check both sizes and the experts`,
      },
    ];
  });
}

import type { CatalogData } from '../../catalog/read-data.ts';
import { withCapacityOf } from './capacity-line.ts';
import { priceObservations } from './observations.ts';

/** Of the models that the price lines rest on; with fewer they are not fitted anew. */
const LEAST_SHARE_OF_MODELS = 0.75;

/**
 * Why the price lines in the file stay though the list is another: it holds far fewer models than they
 * rest on, and would say less of the market. Undefined where they are to be those of the list.
 */
export function whyPriceLinesStay(data: CatalogData): string | undefined {
  const { line, withCapacity } = data.factors.price;
  const observations = priceObservations(data);
  const tested = withCapacityOf(observations);
  const lost =
    observations.length < LEAST_SHARE_OF_MODELS * line.fittedOnModels ||
    tested.length < LEAST_SHARE_OF_MODELS * withCapacity.fittedOnModels;
  return lost
    ? `the list holds ${observations.length} of the ${line.fittedOnModels} models that they rest on (${tested.length} of ${withCapacity.fittedOnModels} with tested knowledge); fewer than ${100 * LEAST_SHARE_OF_MODELS} % say less of the market than the old ones`
    : undefined;
}

import type { PriceFile } from '../../catalog/factor-files.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { calibratePrice } from './calibrated-price.ts';

/** Of the models that the price lines rest on; with fewer they are not fitted anew. */
const LEAST_SHARE_OF_MODELS = 0.75;

/** The price lines of a list, and why those in the file stay all the same, where they do. */
export interface FreshLines {
  /** Absent where the list holds too few models to fit any. */
  fitted: PriceFile | undefined;
  keptBecause: string | undefined;
}

/**
 * Fits the price lines to the list. Where it holds far fewer models than the lines in the file rest on,
 * these say more of the market, and stay.
 */
export function freshPriceLines(data: CatalogData): FreshLines {
  const { line, withCapacity } = data.factors.price;
  try {
    const fitted = calibratePrice(data);
    const lost = [
      fitted.line.fittedOnModels < LEAST_SHARE_OF_MODELS * line.fittedOnModels,
      fitted.withCapacity.fittedOnModels < LEAST_SHARE_OF_MODELS * withCapacity.fittedOnModels,
    ].includes(true);
    const keptBecause = `the list holds ${fitted.line.fittedOnModels} of the ${line.fittedOnModels} models that they rest on (${fitted.withCapacity.fittedOnModels} of ${withCapacity.fittedOnModels} with tested knowledge); fewer than ${100 * LEAST_SHARE_OF_MODELS} % say less of the market than the old ones`;
    return { fitted, keptBecause: lost ? keptBecause : undefined };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { fitted: undefined, keptBecause: error.message };
  }
}

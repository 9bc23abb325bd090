import { rootMeanSquare } from 'simple-statistics';
import type { PriceFile } from '../../catalog/price-file.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { fitCapacityLine, withCapacityOf } from './capacity-line.ts';
import { priceObservations } from './observations.ts';
import { fitPriceLine, type LeftOutPrediction, leaveEachMakerOut } from './price-lines.ts';

/** Three coefficients, and makers to leave out. */
const FEWEST_TESTED = 6;

/**
 * The price line as the list of today and the sizes of today have it: its coefficients, the spread of
 * makers left out, counts and outliers. All else in the file is kept. Throws a RangeError where there
 * are too few models to fit.
 */
export function calibratePrice(data: CatalogData): PriceFile {
  const observations = priceObservations(data);
  const tested = withCapacityOf(observations);
  if (tested.length < FEWEST_TESTED) {
    throw new RangeError(
      `${tested.length} open models with a price and tested knowledge; expected at least ${FEWEST_TESTED} to fit the price lines`,
    );
  }
  const leftOut = leaveEachMakerOut(observations);
  const residualSdLn = rootMeanSquare(leftOut.map(({ residualLn }) => residualLn));
  const { line } = data.factors.price;
  return {
    ...data.factors.price,
    line: {
      ...line,
      ...fitPriceLine(observations),
      residualSdLn,
      fittedOnModels: observations.length,
      fittedOnMakers: new Set(observations.map(({ maker }) => maker)).size,
    },
    outliers: outliers(leftOut, residualSdLn),
    withCapacity: {
      ...data.factors.price.withCapacity,
      ...fitCapacityLine(tested),
    },
  };
}

/** In standard deviations. About 1 model in 20 lies further out where residuals are normal. */
const OUTLIER_BEYOND_SD = 2;

/** Models that lie far from the line, furthest first. They stay in the fit. */
function outliers(leftOut: readonly LeftOutPrediction[], sdLn: number): PriceFile['outliers'] {
  return leftOut
    .filter(({ residualLn }) => Math.abs(residualLn) > OUTLIER_BEYOND_SD * sdLn)
    .toSorted((one, other) => Math.abs(other.residualLn) - Math.abs(one.residualLn))
    .map(({ observation, residualLn }) => ({
      model: observation.model,
      overLine: Math.exp(residualLn),
    }));
}

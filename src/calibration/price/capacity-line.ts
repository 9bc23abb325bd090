import { rootMeanSquare } from 'simple-statistics';
import type { PriceFile } from '../../catalog/price-file.ts';
import { linearFit } from '../statistics/linear-fit.ts';
import type { PriceObservation } from './observations.ts';
import { leaveEachMakerOut } from './price-lines.ts';

/** An observation of a model whose factual capacity was tested. */
export type CapacityObservation = PriceObservation & { effectiveBillions: number };

/** Those of the observations whose factual capacity was tested. */
export function withCapacityOf(observations: readonly PriceObservation[]): CapacityObservation[] {
  return observations.flatMap(({ effectiveBillions, ...rest }) =>
    effectiveBillions === undefined ? [] : [{ ...rest, effectiveBillions }],
  );
}

type Fitted = Omit<PriceFile['withCapacity'], 'how' | 'sources' | 'note'>;

/**
 * ln J of a request by price and factual capacity together, least squares on the logarithms, with what
 * is left of models whose maker was left out, beside what the price alone leaves of the same models.
 */
export function fitCapacityLine(observations: readonly CapacityObservation[]): Fitted {
  const [intercept = 0, priceSlope = 0, capacitySlope = 0] = fitPlane(observations);
  const makers = [...new Set(observations.map(({ maker }) => maker))];
  const residuals = makers.flatMap((left) => {
    const [atNothing = 0, price = 0, capacity = 0] = fitPlane(
      observations.filter(({ maker }) => maker !== left),
    );
    return observations
      .filter(({ maker }) => maker === left)
      .map(
        ({ requestJoules, requestUsd, effectiveBillions }) =>
          Math.log(requestJoules) -
          (atNothing + price * Math.log(requestUsd) + capacity * Math.log(effectiveBillions)),
      );
  });
  return {
    intercept,
    priceSlope,
    capacitySlope,
    residualSdLn: rootMeanSquare(residuals),
    priceAloneResidualSdLn: rootMeanSquare(
      leaveEachMakerOut(observations).map(({ residualLn }) => residualLn),
    ),
    fittedOnModels: observations.length,
    fittedOnMakers: makers.length,
  };
}

function fitPlane(observations: readonly CapacityObservation[]): number[] {
  return linearFit(
    observations.map(({ requestJoules, requestUsd, effectiveBillions }) => ({
      y: Math.log(requestJoules),
      explainedBy: [Math.log(requestUsd), Math.log(effectiveBillions)],
    })),
  );
}

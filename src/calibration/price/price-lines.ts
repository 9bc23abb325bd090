import { linearRegression } from 'simple-statistics';
import { linePrediction } from '../../estimation/price.ts';
import type { PriceObservation } from './observations.ts';

/** ln(J of a request) = intercept + slope ln(USD per million requests). */
export interface FittedLine {
  intercept: number;
  slope: number;
}

/** A model beside what the line fitted without its maker says of it. */
export interface LeftOutPrediction {
  observation: PriceObservation;
  predictedJoules: number;
  /** ln(the equation's central estimate / predicted). */
  residualLn: number;
}

const FEWEST_MODELS = 3;

/**
 * Least squares on the logarithms, every model counting the same. Throws a RangeError below three
 * models or where all ask the same price.
 */
export function fitPriceLine(observations: readonly PriceObservation[]): FittedLine {
  if (!canBeFitted(observations)) {
    const prices = new Set(observations.map(({ requestUsd }) => requestUsd));
    throw new RangeError(
      `${observations.length} models at ${prices.size} prices; expected at least ${FEWEST_MODELS} open models of known size at two prices, check data/openrouter/models.json and data/models`,
    );
  }
  const { m: slope, b: intercept } = linearRegression(
    observations.map(({ requestUsd, requestJoules }) => [
      Math.log(requestUsd),
      Math.log(requestJoules),
    ]),
  );
  return { intercept, slope };
}

/** Whether a line can be fitted without any one of the makers. */
export function canLeaveMakersOut(observations: readonly PriceObservation[]): boolean {
  const makers = new Set(observations.map(({ maker }) => maker));
  return (
    makers.size > 0 &&
    [...makers].every((left) => canBeFitted(observations.filter(({ maker }) => maker !== left)))
  );
}

function canBeFitted(observations: readonly PriceObservation[]): boolean {
  const prices = new Set(observations.map(({ requestUsd }) => requestUsd));
  return observations.length >= FEWEST_MODELS && prices.size >= 2;
}

/** Predicts every model by the line fitted without its maker. Throws as fitPriceLine does. */
export function leaveEachMakerOut(observations: readonly PriceObservation[]): LeftOutPrediction[] {
  const makers = [...new Set(observations.map(({ maker }) => maker))];
  return makers.flatMap((left) => {
    const line = fitPriceLine(observations.filter(({ maker }) => maker !== left));
    return observations
      .filter(({ maker }) => maker === left)
      .map((observation) => {
        const predictedLn = linePrediction(observation.requestUsd, line);
        return {
          observation,
          predictedJoules: Math.exp(predictedLn),
          residualLn: Math.log(observation.requestJoules) - predictedLn,
        };
      });
  });
}

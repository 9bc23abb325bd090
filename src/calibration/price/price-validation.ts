import { normalQuantile } from '../../estimation/distributions.ts';
import {
  type BothWeightings,
  type ErrorFigures,
  type ScoredPrediction,
  scoreBothWays,
  scoreRows,
} from '../statistics/scores.ts';
import type { PriceObservation } from './observations.ts';
import { type LeftOutPrediction, leaveEachMakerOut } from './price-lines.ts';

/** How well the price line predicts the energy of a request, of models whose maker it has not seen. */
export interface PriceValidation {
  /** "Measured" here is the equation's own central estimate; groups are makers. */
  overall: BothWeightings;
  perMaker: { maker: string; figures: ErrorFigures }[];
  /** Only the models whose estimate rests on measurements of their own; null where there are none. */
  measuredTier: ErrorFigures | null;
}

/**
 * Scores every open model of known size as predicted from its price by the line without its maker;
 * ranges are central x exp(+-1.645 sd). Throws a RangeError where there are too few models to fit.
 */
export function validatePrice(
  observations: readonly PriceObservation[],
  { residualSdLn }: { residualSdLn: number },
): PriceValidation {
  const leftOut = leaveEachMakerOut(observations);
  const all = leftOut.map((prediction) => scored(prediction, residualSdLn));
  const measuredTier = leftOut
    .filter(({ observation }) => observation.tier === 'measured')
    .map((prediction) => scored(prediction, residualSdLn));
  const makers = [...new Set(all.map(({ architectureGroup }) => architectureGroup))].toSorted();
  return {
    overall: scoreBothWays(all),
    perMaker: makers.map((maker) => ({
      maker,
      figures: scoreRows(all.filter(({ architectureGroup }) => architectureGroup === maker)),
    })),
    measuredTier: measuredTier.length === 0 ? null : scoreRows(measuredTier),
  };
}

function scored(
  { observation, predictedJoules }: LeftOutPrediction,
  residualSdLn: number,
): ScoredPrediction {
  const factor = Math.exp(normalQuantile(0.95) * residualSdLn);
  return {
    architectureGroup: observation.maker,
    measuredJoules: observation.requestJoules,
    predictedJoules,
    range: { lowJoules: predictedJoules / factor, highJoules: predictedJoules * factor },
  };
}

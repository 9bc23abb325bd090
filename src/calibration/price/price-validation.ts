import { normalQuantile } from '../../estimation/distributions.ts';
import {
  type BothWeightings,
  type ErrorFigures,
  type ScoredPrediction,
  scoreBothWays,
  scoreRows,
} from '../statistics/scores.ts';
import type { PriceObservation, TokenKind } from './observations.ts';
import { type LeftOutPrediction, leaveEachMakerOut } from './price-lines.ts';

/** The spread of ln(index / line) that the estimate from a price uses, per kind of token. */
export type PriceResiduals = Record<TokenKind, { residualSdLn: number }>;

/** How well the price line predicts models whose maker it has not seen. */
export interface PriceTokenScores {
  /** "Measured" here is the index's own central estimate; groups are makers. */
  overall: BothWeightings;
  perMaker: { maker: string; figures: ErrorFigures }[];
  /** Only the models whose estimate rests on measurements of their own; null where there are none. */
  measuredTier: ErrorFigures | null;
}

/** Leave-one-maker-out validation of the estimate from a price, ready to be shown. */
export interface PriceValidation {
  output: PriceTokenScores;
  input: PriceTokenScores;
  /**
   * The same lines against the measurements themselves, J per output token with prefill folded in,
   * as run by the benchmark. Reported, not corrected: few models, open and cheaply sold.
   */
  againstMeasurements: ErrorFigures | null;
}

/**
 * Scores every open model of known size as predicted from its list price by the lines without its
 * maker; ranges are central x exp(+-1.645 sd), the residual alone. Throws a RangeError where there
 * are too few models to fit.
 */
export function validatePrice(
  observations: readonly PriceObservation[],
  residuals: PriceResiduals,
): PriceValidation {
  const leftOut = leaveEachMakerOut(observations);
  const measured = leftOut.flatMap((prediction) => {
    const joules = prediction.observation.measuredJoulesPerOutputToken;
    return joules === undefined ? [] : [scored(prediction, 'output', residuals, joules)];
  });
  return {
    output: tokenScores(leftOut, 'output', residuals),
    input: tokenScores(leftOut, 'input', residuals),
    againstMeasurements: measured.length === 0 ? null : scoreRows(measured),
  };
}

function tokenScores(
  leftOut: readonly LeftOutPrediction[],
  kind: TokenKind,
  residuals: PriceResiduals,
): PriceTokenScores {
  const all = leftOut.map((prediction) => scored(prediction, kind, residuals));
  const measuredTier = leftOut
    .filter(({ observation }) => observation.tier === 'measured')
    .map((prediction) => scored(prediction, kind, residuals));
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
  { observation, predictedJoulesPerToken }: LeftOutPrediction,
  kind: TokenKind,
  residuals: PriceResiduals,
  trueJoules = observation.joulesPerToken[kind],
): ScoredPrediction {
  const predictedJoules = predictedJoulesPerToken[kind];
  const factor = Math.exp(normalQuantile(0.95) * residuals[kind].residualSdLn);
  return {
    architectureGroup: observation.maker,
    measuredJoules: trueJoules,
    predictedJoules,
    range: { lowJoules: predictedJoules / factor, highJoules: predictedJoules * factor },
  };
}

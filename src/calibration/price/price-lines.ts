import { linearRegression } from 'simple-statistics';
import {
  type PerTokenKind,
  type PriceObservation,
  TOKEN_KINDS,
  type TokenKind,
} from './observations.ts';

/** ln(J per token) = intercept + slope ln(USD per million tokens). */
export interface FittedLine {
  intercept: number;
  slope: number;
}

/** A line for each kind of token. */
export type FittedLines = Record<TokenKind, FittedLine>;

/** A model beside what the lines fitted without its maker say of it, J per token. */
export interface LeftOutPrediction {
  observation: PriceObservation;
  predictedJoulesPerToken: PerTokenKind;
  /** ln(the index's central estimate / predicted). */
  residualLn: PerTokenKind;
}

/**
 * Least squares on the logarithms, every model counting the same. Makers counting the same was
 * tried: almost a third of them have one model, often a fine-tune, which would then outweigh the
 * large ones, and makers left out are predicted no better. Throws a RangeError below three models
 * or where all ask the same price.
 */
export function fitPriceLines(observations: readonly PriceObservation[]): FittedLines {
  const [output, input] = TOKEN_KINDS.map((kind) => fitLine(observations, kind));
  if (output === undefined || input === undefined) throw new RangeError('a kind of token is gone');
  return { output, input };
}

const FEWEST_MODELS = 3;

function fitLine(observations: readonly PriceObservation[], kind: TokenKind): FittedLine {
  const prices = new Set(observations.map(({ usdPerMillionTokens }) => usdPerMillionTokens[kind]));
  if (observations.length < FEWEST_MODELS || prices.size < 2) {
    throw new RangeError(
      `${observations.length} models at ${prices.size} ${kind} prices; expected at least ${FEWEST_MODELS} open models of known size at two prices, check data/openrouter/models.json and data/models`,
    );
  }
  const { m: slope, b: intercept } = linearRegression(
    observations.map(({ usdPerMillionTokens, joulesPerToken }) => [
      Math.log(usdPerMillionTokens[kind]),
      Math.log(joulesPerToken[kind]),
    ]),
  );
  return { intercept, slope };
}

/** The energy on a line at a price in USD per million tokens, J per token. */
export function joulesAtPrice({ intercept, slope }: FittedLine, usdPerMillionTokens: number) {
  return Math.exp(intercept + slope * Math.log(usdPerMillionTokens));
}

/** Predicts every model by the lines fitted without its maker. Throws as fitPriceLines does. */
export function leaveEachMakerOut(observations: readonly PriceObservation[]): LeftOutPrediction[] {
  const makers = [...new Set(observations.map(({ maker }) => maker))];
  return makers.flatMap((left) => {
    const lines = fitPriceLines(observations.filter(({ maker }) => maker !== left));
    return observations
      .filter(({ maker }) => maker === left)
      .map((observation) => {
        const predicted = (kind: TokenKind) =>
          joulesAtPrice(lines[kind], observation.usdPerMillionTokens[kind]);
        const predictedJoulesPerToken = { output: predicted('output'), input: predicted('input') };
        const residual = (kind: TokenKind) =>
          Math.log(observation.joulesPerToken[kind] / predictedJoulesPerToken[kind]);
        return {
          observation,
          predictedJoulesPerToken,
          residualLn: { output: residual('output'), input: residual('input') },
        };
      });
  });
}

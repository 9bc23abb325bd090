import { TRAINING_METHOD } from './method.ts';
import type { Spread } from './spread.ts';

/** What is known of a language model of which nobody states the training. */
export interface KnownSize {
  totalParameters: number;
  /** Absent where nothing says how many of them work on one token. */
  activeParameters?: number | undefined;
  /** Of publication, with its fraction. */
  year: number;
}

/**
 * Parameters that work on one token, and how unsure that is. Very large models of late years are taken for
 * mixtures of experts where nothing is said: the total parameters of a mixture say little of its training.
 */
export function activeParametersOfSize({
  totalParameters,
  activeParameters,
  year,
}: KnownSize): Spread {
  const method = TRAINING_METHOD.tokensOfSize;
  const isMixture =
    activeParameters === undefined &&
    totalParameters > method.mixtureAboveParameters &&
    year >= method.mixturesFromYear;
  return {
    median: activeParameters ?? (isMixture ? method.activeShareOfMixture : 1) * totalParameters,
    sdLn: isMixture ? method.activeShareSdLn : 0,
  };
}

/**
 * Active parameters and the tokens they were trained on, as models of that size and year mostly were.
 * Undefined before 2022 and for sizes that it was not tried on.
 */
export function tokensOfSize(
  size: KnownSize,
): { activeParameters: number; tokens: Spread } | undefined {
  const { totalParameters, year } = size;
  const method = TRAINING_METHOD.tokensOfSize;
  const { low, high } = method.parameterBounds;
  if (year < method.firstYear || totalParameters < low || totalParameters > high) return undefined;
  const active = activeParametersOfSize(size);
  const tokens =
    method.tokens *
    (active.median / 1e9) ** method.exponentOfActiveParameters *
    method.factorPerYear ** (Math.min(year, method.lastYear) - 2024) *
    method.factor;
  return {
    activeParameters: active.median,
    tokens: {
      median: Math.min(tokens, method.mostTokens),
      sdLn: Math.hypot(method.sdLn, active.sdLn),
    },
  };
}

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
 * Active parameters and the tokens they were trained on, as models of that size and year mostly were.
 * Very large models of late years are taken for mixtures of experts where nothing is said: the total parameters of
 * a mixture say little of its training. Undefined before 2022 and for sizes that it was not tried on.
 */
export function tokensOfSize({
  totalParameters,
  activeParameters,
  year,
}: KnownSize): { activeParameters: number; tokens: Spread } | undefined {
  const method = TRAINING_METHOD.tokensOfSize;
  const { low, high } = method.parameterBounds;
  if (year < method.firstYear || totalParameters < low || totalParameters > high) return undefined;
  const unknownMixture =
    activeParameters === undefined &&
    totalParameters > method.mixtureAboveParameters &&
    year >= method.mixturesFromYear;
  const active =
    activeParameters ?? (unknownMixture ? method.activeShareOfMixture : 1) * totalParameters;
  const tokens =
    method.tokens *
    (active / 1e9) ** method.exponentOfActiveParameters *
    method.factorPerYear ** (Math.min(year, method.lastYear) - 2024) *
    method.factor;
  return {
    activeParameters: active,
    tokens: {
      median: Math.min(tokens, method.mostTokens),
      sdLn: unknownMixture ? Math.hypot(method.sdLn, method.activeShareSdLn) : method.sdLn,
    },
  };
}

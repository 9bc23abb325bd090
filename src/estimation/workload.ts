import { at, perDraw } from './draws.ts';
import type { EnergyDraws } from './market-energy.ts';

/** Tokens of one request, of many, or of whatever else a figure is for. */
export interface Workload {
  /** Prompt tokens that are computed. */
  inputTokens: number;
  /** Prompt tokens that are read from a cache. */
  cachedInputTokens: number;
  /** Tokens that are written, those of reasoning among them. */
  outputTokens: number;
  /**
   * Where how many tokens are written is only known between bounds: outputTokens divided and multiplied
   * by this, 1 or more, evenly on a logarithmic scale between. Each model has its own draws of it.
   */
  outputTokensSpread?: number | undefined;
  /**
   * Requests that the tokens belong to: their mean gives the context. Where it is absent, the context
   * is that which figures per token are stated at.
   */
  requests?: number | undefined;
}

/** One request: the tokens are its own, and give its context. */
export type OneRequest = Workload & { requests: 1 };

/** The units that the index is published in. */
export const PER_THOUSAND_OUTPUT_TOKENS: Workload = {
  inputTokens: 0,
  cachedInputTokens: 0,
  outputTokens: 1000,
};
export const PER_THOUSAND_INPUT_TOKENS: Workload = {
  inputTokens: 1000,
  cachedInputTokens: 0,
  outputTokens: 0,
};
export const PER_THOUSAND_CACHED_INPUT_TOKENS: Workload = {
  inputTokens: 0,
  cachedInputTokens: 1000,
  outputTokens: 0,
};

/** Something of a thousand tokens of each kind. */
export interface PerTokenKind<T> {
  perThousandOutputTokens: T;
  perThousandInputTokens: T;
  perThousandCachedInputTokens: T;
}

/** Computes it for each kind. */
export function perTokenKind<T>(value: (workload: Workload) => T): PerTokenKind<T> {
  return {
    perThousandOutputTokens: value(PER_THOUSAND_OUTPUT_TOKENS),
    perThousandInputTokens: value(PER_THOUSAND_INPUT_TOKENS),
    perThousandCachedInputTokens: value(PER_THOUSAND_CACHED_INPUT_TOKENS),
  };
}

/** What a model's energy owes to the context of a request. */
export interface ContextOfModel {
  /** Gigabytes of cache that an output token reads beyond those at the stated context. */
  gigabytesBeyondStated: (contextTokens: number) => number;
  /** Energy of an input token rises by this for each token of the prompt that it attends to. */
  attentionPerAttendedToken: number;
}

/** The energy of one model's tokens, from which that of any workload follows. */
export interface DrawnTokens {
  energy: EnergyDraws;
  context: ContextOfModel;
  /** Uniform draws of how many tokens it writes, where a workload leaves that open. */
  unitWrittenTokens: Float64Array;
}

/**
 * Accelerator energy of a workload per draw, J: the one function by which requests, thousands of
 * tokens, months and weeks are computed. Of a request, an output token reads a cache of the prompt
 * and half of the answer; a fresh prompt token attends to the cached ones and half of the fresh ones,
 * twice that being counted; a cached token costs what reading it costs. All kinds of tokens share
 * their draws, so the range of the sum is not the sum of the ranges.
 */
export function workloadJoules(
  { energy, context, unitWrittenTokens }: DrawnTokens,
  { inputTokens, cachedInputTokens, outputTokens, outputTokensSpread = 1, requests }: Workload,
): Float64Array {
  const { outputJoules, inputJoules, cachedInputJoules, joulesPerCacheGigabyte } = energy;
  const { gigabytesBeyondStated, attentionPerAttendedToken } = context;
  const perRequest = (tokens: number) => (requests === undefined ? 0 : tokens / requests);
  const cacheGigabytes =
    requests === undefined
      ? 0
      : gigabytesBeyondStated(perRequest(inputTokens + cachedInputTokens + outputTokens / 2));
  const attention =
    1 + attentionPerAttendedToken * (2 * perRequest(cachedInputTokens) + perRequest(inputTokens));
  const written =
    outputTokensSpread === 1
      ? () => outputTokens
      : (draw: number) =>
          outputTokens * outputTokensSpread ** (2 * at(unitWrittenTokens, draw) - 1);
  return perDraw(
    outputJoules.length,
    (draw) =>
      written(draw) * (at(outputJoules, draw) + cacheGigabytes * at(joulesPerCacheGigabyte, draw)) +
      inputTokens * attention * at(inputJoules, draw) +
      cachedInputTokens * at(cachedInputJoules, draw),
  );
}

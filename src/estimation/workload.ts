import { at, perDraw } from './draws.ts';
import type { EnergyDraws } from './preparation.ts';

/** Tokens of one request, or of whatever else a figure is for. */
export interface Workload {
  /** Prompt tokens that are computed. */
  inputTokens: number;
  /** Prompt tokens that are read from a cache. */
  cachedInputTokens: number;
  /** Tokens that are written, those of reasoning among them. */
  outputTokens: number;
}

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

/**
 * Accelerator energy of a workload per draw, J: its tokens times the energy of one token of their
 * kind. All kinds share their draws, so the range of the sum is not the sum of the ranges. Of one
 * request, pass what its long prompt multiplies the energy of an input token by.
 */
export function workloadJoules(
  { outputJoules, inputJoules, cachedInputJoules }: EnergyDraws,
  { inputTokens, cachedInputTokens, outputTokens }: Workload,
  longPromptFactor = 1,
): Float64Array {
  return perDraw(
    outputJoules.length,
    (draw) =>
      outputTokens * at(outputJoules, draw) +
      inputTokens * longPromptFactor * at(inputJoules, draw) +
      cachedInputTokens * at(cachedInputJoules, draw),
  );
}

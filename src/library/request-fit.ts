import type { Workload } from '../estimation/workload.ts';

/** How much a model reads and writes at most, tokens; absent where nobody says so. */
export interface TokenLimits {
  contextTokens?: number | undefined;
  maxOutputTokens?: number | undefined;
}

/** Why a model cannot answer a request of that length, if so. */
export function whyNotAnswered(
  { inputTokens, cachedInputTokens, outputTokens }: Workload,
  { contextTokens, maxOutputTokens }: TokenLimits,
): string | undefined {
  const tokens = inputTokens + cachedInputTokens + outputTokens;
  if (contextTokens !== undefined && tokens > contextTokens) {
    return 'It does not fit into the model’s context.';
  }
  if (maxOutputTokens !== undefined && outputTokens > maxOutputTokens) {
    return 'The answer is longer than the model can write.';
  }
  return undefined;
}

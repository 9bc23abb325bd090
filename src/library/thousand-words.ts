import type { Range } from '../estimation/ranges.ts';
import type { Workload } from '../estimation/workload.ts';

/** Bounds of the tokens that a model makes of a thousand English words; equal where it was counted. */
export type TokensPerThousandWords = Pick<Range, 'low' | 'high'>;

/** A thousand English words written by a model that makes so many tokens of them. */
export function thousandWords({ low, high }: TokensPerThousandWords): Workload {
  const nothingRead = { inputTokens: 0, cachedInputTokens: 0 };
  return low === high
    ? { ...nothingRead, outputTokens: low }
    : {
        ...nothingRead,
        outputTokens: Math.sqrt(low * high),
        outputTokensSpread: Math.sqrt(high / low),
      };
}

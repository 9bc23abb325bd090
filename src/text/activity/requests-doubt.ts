import type { Workload } from '../../estimation/workload.ts';
import { type TokenLimits, whyNotAnswered } from '../../library/request-fit.ts';
import { usageWords } from '../token-amount.ts';
import { tokensOf } from './activity-lines.ts';

/**
 * Why a line's tokens cannot have come in as many requests; empty where they can, and where nobody
 * counted them. The line has a figure all the same: its tokens may be right and its requests not.
 */
export function requestsDoubt(workload: Workload, limits: TokenLimits): string {
  const { requests } = workload;
  if (requests === undefined) return '';
  if (tokensOf(workload) < requests) {
    return 'There are more requests than tokens: check both before you use this figure.';
  }
  const mean = meanOf(workload, requests);
  const because = whyNotAnswered(mean, limits);
  if (because === undefined) return '';
  return `A request has ${usageWords(mean)} on average. ${because} Check tokens and requests before you use this figure.`;
}

/** Cut, not rounded: what fits by the last token is not said to be too long. */
function meanOf(
  { inputTokens, cachedInputTokens, outputTokens }: Workload,
  requests: number,
): Workload {
  return {
    inputTokens: Math.floor(inputTokens / requests),
    cachedInputTokens: Math.floor(cachedInputTokens / requests),
    outputTokens: Math.floor(outputTokens / requests),
  };
}

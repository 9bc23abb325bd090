import type { ListedModel } from './snapshot.ts';
import type { TokensUsed } from './usage.ts';
import type { WorkloadsFile } from './workloads.ts';

/** The mean request that a model got on OpenRouter in a week. */
export interface MeanRequest {
  /** Fresh and cached together: the counts do not tell them apart. */
  promptTokens: number;
  /** Those of reasoning among them. */
  completionTokens: number;
}

/** A model's mean request, or why it is not believed. */
export type MeanRequestOrReason = { mean: MeanRequest } | { because: string };

/**
 * A model's mean request as used, from its week's usage (`JoinedUsage.byModel`). It is left out, with
 * the reason, where it rests on too few requests or cannot be a mean of such requests at all: nothing
 * written, or more than the model can read or write.
 */
export function meanRequestOf(
  used: TokensUsed | undefined,
  { contextTokens = Number.POSITIVE_INFINITY, maxOutputTokens = contextTokens }: ListedModel,
  { minimumRequests }: Pick<WorkloadsFile['meanRequest'], 'minimumRequests'>,
): MeanRequestOrReason {
  if (used === undefined) return { because: 'It had no visible requests in that week.' };
  const { requests } = used;
  if (requests < minimumRequests) {
    return {
      because: `It had ${requests} requests in that week; a mean of fewer than ${minimumRequests} is not shown.`,
    };
  }
  const mean = {
    promptTokens: used.promptTokens / requests,
    completionTokens: used.completionTokens / requests,
  };
  if (mean.completionTokens < 1) {
    return { because: 'It wrote less than one token per request: no answers in text.' };
  }
  if (mean.promptTokens > contextTokens) {
    return { because: 'Its mean prompt is longer than its context: the counts do not fit.' };
  }
  if (mean.completionTokens > maxOutputTokens) {
    return { because: 'Its mean answer is longer than it can write: the counts do not fit.' };
  }
  return { mean };
}

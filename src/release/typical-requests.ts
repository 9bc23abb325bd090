import { type MeanRequest, meanRequestOf } from '../catalog/mean-request.ts';
import type { ListedModel } from '../catalog/snapshot.ts';
import type { TokensUsed } from '../catalog/usage.ts';
import type { WorkloadsFile } from '../catalog/workloads.ts';
import type { OneRequest, Workload } from '../estimation/workload.ts';
import { AS_USED, type Preset, type RequestKind } from '../library/request-kinds.ts';

/** The requests that are the same for every model; `visible` is all that OpenRouter shows of a week. */
export function presetRequests(
  { requests, promptCachedShare, meanRequest }: WorkloadsFile,
  visible: TokensUsed,
): RequestKind<Preset>[] {
  const { share, sources } = promptCachedShare.wholeService;
  const mean = {
    promptTokens: visible.promptTokens / visible.requests,
    completionTokens: visible.completionTokens / visible.requests,
  };
  const preset = (
    id: Preset,
    { name, sources: own, withoutReasoning, ...counts }: typeof requests.chat,
  ) => ({
    id,
    name,
    workload: tokensOf(counts),
    ...(withoutReasoning && { withoutReasoning }),
    sources: own,
  });
  return [
    preset('chat', requests.chat),
    preset('long-document', requests.longDocument),
    preset('reasoning', requests.reasoning),
    preset('coding-agent', requests.codingAgent),
    {
      id: 'openrouter-mean',
      name: 'Mean request on OpenRouter',
      workload: requestTokens(mean, share),
      sources: [...meanRequest.sources, ...sources],
    },
  ];
}

/** A model's own mean request on OpenRouter, or why it is not believed. */
export type OwnRequest = RequestKind<typeof AS_USED> | { because: string };

/** What a model's own mean request is, by its tokens of a week. */
export function requestAsUsed(
  listed: ListedModel,
  used: TokensUsed | undefined,
  { promptCachedShare, meanRequest }: WorkloadsFile,
): OwnRequest {
  const own = meanRequestOf(used, listed, meanRequest);
  if ('because' in own) return own;
  const { share, sources } = promptCachedShare.wholeService;
  return {
    id: AS_USED,
    name: 'As used on OpenRouter',
    workload: requestTokens(own.mean, share),
    sources: [...meanRequest.sources, ...sources],
  };
}

function tokensOf({ inputTokens, cachedInputTokens, outputTokens }: Workload): OneRequest {
  return { inputTokens, cachedInputTokens, outputTokens, requests: 1 };
}

/** A mean request if this share of its prompt was read from a cache. */
function requestTokens({ promptTokens, completionTokens }: MeanRequest, share: number): OneRequest {
  return {
    inputTokens: promptTokens * (1 - share),
    cachedInputTokens: promptTokens * share,
    outputTokens: completionTokens,
    requests: 1,
  };
}

import type { TokensUsed } from '../catalog/usage.ts';
import type { WorkloadsFile } from '../catalog/workloads.ts';
import { drawModel, workloadDraws, workloadRanges } from '../estimation/estimate.ts';
import type { Preparation } from '../estimation/preparation.ts';
import type { Range } from '../estimation/ranges.ts';
import type { Workload } from '../estimation/workload.ts';
import { whyNotAnswered } from '../library/request-fit.ts';
import { AS_USED, type RequestKind } from '../library/request-kinds.ts';
import { type TokensPerThousandWords, thousandWords } from '../library/thousand-words.ts';
import type { ReleasedModel } from './release.ts';
import { presetRequests, requestAsUsed } from './typical-requests.ts';

/** A kind of request with what one of it emits. */
export interface EstimatedRequest extends RequestKind {
  gramsCO2e: Range;
}

/** A thousand English words that the model writes: of how many tokens, and what they emit. */
export interface EstimatedWords {
  tokens: TokensPerThousandWords;
  gramsCO2e: Range;
}

/** What one request of each kind emits, and the kinds that the model gets no figure for. */
export interface ModelRequests {
  estimated: EstimatedRequest[];
  thousandWords: EstimatedWords;
  leftOut: { name: string; because: string }[];
}

/** Whether the model's own mean request on OpenRouter is among them. */
export function isUsed({ estimated }: Pick<ModelRequests, 'estimated'>): boolean {
  return estimated.some(({ id }) => id === AS_USED);
}

/** What the kinds are made of: the presets, and what went through OpenRouter in a week. */
export interface RequestBasis {
  workloads: WorkloadsFile;
  tokensPerThousandWords: TokensPerThousandWords;
  /** All that OpenRouter shows. */
  visible: TokensUsed;
  /** The model's own part of it. */
  used: TokensUsed | undefined;
}

/**
 * What one request of each kind emits, gCO2e: the presets, OpenRouter's mean request and the model's
 * own; and a thousand English words. Energy is drawn once, and the tokens of a request are added draw by draw. A request that the
 * model can neither read nor write is left out, with the reason.
 */
export function modelRequests(
  { input, listed }: Pick<ReleasedModel, 'input' | 'listed'>,
  { workloads, tokensPerThousandWords: tokens, visible, used }: RequestBasis,
  preparation: Preparation,
): ModelRequests {
  const draws = drawModel(input, preparation);
  const gramsOf = (workload: Workload) => workloadRanges(workloadDraws(draws, workload)).gramsCO2e;
  const requests: ModelRequests = {
    estimated: [],
    thousandWords: { tokens, gramsCO2e: gramsOf(thousandWords(tokens)) },
    leftOut: [],
  };
  const estimated = (kind: RequestKind) => ({ ...kind, gramsCO2e: gramsOf(kind.workload) });
  for (const kind of presetRequests(workloads, visible)) {
    const because = whyNotAnswered(kind.workload, listed);
    if (because === undefined) requests.estimated.push(estimated(kind));
    else requests.leftOut.push({ name: kind.name, because });
  }
  const own = requestAsUsed(listed, used, workloads);
  if ('because' in own) requests.leftOut.push({ name: 'As used on OpenRouter', ...own });
  else requests.estimated.push(estimated(own));
  return requests;
}

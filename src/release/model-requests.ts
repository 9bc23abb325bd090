import type { ListedModel } from '../catalog/snapshot.ts';
import type { TokensUsed } from '../catalog/usage.ts';
import type { WorkloadsFile } from '../catalog/workloads.ts';
import type { Range } from '../estimation/ranges.ts';
import type { Workload } from '../estimation/workload.ts';
import { whyNotAnswered } from '../library/request-fit.ts';
import { AS_USED, type RequestKind } from '../library/request-kinds.ts';
import { type TokensPerThousandWords, thousandWords } from '../library/thousand-words.ts';
import { type OwnRequest, presetRequests, requestAsUsed } from './typical-requests.ts';

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
  /** Its own mean request on OpenRouter, which stands among them, or why it is not believed. */
  own: OwnRequest;
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

/** The kinds of request that a model answers, before they are estimated, and those that it does not. */
export interface AskedRequests {
  answered: RequestKind[];
  tokensPerThousandWords: TokensPerThousandWords;
  leftOut: ModelRequests['leftOut'];
  own: OwnRequest;
}

/**
 * What is asked of a model: the presets, OpenRouter's mean request and the model's own; and a thousand
 * English words. A request that the model can neither read nor write is left out, with the reason.
 */
export function askedRequests(
  listed: ListedModel,
  { workloads, tokensPerThousandWords, visible, used }: RequestBasis,
): AskedRequests {
  const own = requestAsUsed(listed, used, workloads);
  const asked: AskedRequests = { answered: [], tokensPerThousandWords, leftOut: [], own };
  for (const kind of presetRequests(workloads, visible)) {
    const because = whyNotAnswered(kind.workload, listed);
    if (because === undefined) asked.answered.push(kind);
    else asked.leftOut.push({ name: kind.name, because });
  }
  if ('because' in own) asked.leftOut.push({ name: 'As used on OpenRouter', ...own });
  else asked.answered.push(own);
  return asked;
}

/** The workloads of all that is asked, in the order in which `modelRequests` takes their figures. */
export function askedWorkloads({ answered, tokensPerThousandWords }: AskedRequests): Workload[] {
  return [thousandWords(tokensPerThousandWords), ...answered.map(({ workload }) => workload)];
}

/** What one request of each kind emits, gCO2e. Throws a RangeError where there are not as many figures. */
export function modelRequests(
  { answered, tokensPerThousandWords: tokens, leftOut, own }: AskedRequests,
  [ofWords, ...ofRequests]: readonly Range[],
): ModelRequests {
  if (ofWords === undefined || ofRequests.length !== answered.length) {
    throw new RangeError(`${ofRequests.length} figures for ${answered.length} requests`);
  }
  return {
    estimated: answered.flatMap((kind, index) => {
      const gramsCO2e = ofRequests[index];
      return gramsCO2e === undefined ? [] : [{ ...kind, gramsCO2e }];
    }),
    thousandWords: { tokens, gramsCO2e: ofWords },
    leftOut,
    own,
  };
}

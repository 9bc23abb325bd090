import { type MeanRequest, meanRequestOf } from '../catalog/mean-request.ts';
import type { TokensUsed } from '../catalog/usage.ts';
import type { WorkloadsFile } from '../catalog/workloads.ts';
import { BOUNDARY_FACTORS, PUBLISHED_BOUNDARY } from '../estimation/boundary.ts';
import { product } from '../estimation/draws.ts';
import { energyDraws, type Preparation } from '../estimation/preparation.ts';
import { type Range, rangeOf } from '../estimation/ranges.ts';
import { serve } from '../estimation/serving.ts';
import { type Workload, workloadJoules } from '../estimation/workload.ts';
import type { ReleasedModel } from './release.ts';

/** A kind of request, in tokens. */
export interface RequestKind {
  name: string;
  workload: Workload;
  /** Source ids of its token counts. */
  sources: readonly string[];
  /** Whether it is this model's own mean request. */
  asUsed: boolean;
}

/** A kind of request with what one of it emits. */
export interface EstimatedRequest extends RequestKind {
  gramsCO2e: Range;
}

/** What one request of each kind emits, and the kinds that the model gets no figure for. */
export interface ModelRequests {
  estimated: EstimatedRequest[];
  leftOut: { name: string; because: string }[];
}

/** What the kinds are made of: the presets, and what went through OpenRouter in a week. */
export interface RequestBasis {
  workloads: WorkloadsFile;
  /** All that OpenRouter shows. */
  visible: TokensUsed;
  /** The model's own part of it. */
  used: TokensUsed | undefined;
}

type NamedReason = ModelRequests['leftOut'][number];

const AS_USED = 'As used on OpenRouter';

/**
 * What one request of each kind emits, gCO2e: the presets, OpenRouter's mean request and the model's
 * own. Energy is drawn once, and the tokens of a request are added draw by draw. A request that the
 * model can neither read nor write is left out, with the reason.
 */
export function modelRequests(
  { input, listed }: Pick<ReleasedModel, 'input' | 'listed'>,
  basis: RequestBasis,
  preparation: Preparation,
): ModelRequests {
  const { shared, factorsOf } = preparation;
  const { servedBits, factor } = serve(input.endpoints, shared.unit.endpoint, factorsOf);
  const energy = energyDraws(input.model, servedBits, preparation);
  const grams = factor(BOUNDARY_FACTORS[PUBLISHED_BOUNDARY].grams);
  const kinds = requestKinds(listed, basis);
  return {
    estimated: kinds.flatMap((kind) =>
      'because' in kind
        ? []
        : [{ ...kind, gramsCO2e: rangeOf(product(workloadJoules(energy, kind.workload), grams)) }],
    ),
    leftOut: kinds.flatMap((kind) => ('because' in kind ? [kind] : [])),
  };
}

function requestKinds(
  listed: ReleasedModel['listed'],
  { workloads, visible, used }: RequestBasis,
): (RequestKind | NamedReason)[] {
  const { requests, promptCachedShare, meanRequest } = workloads;
  const { share, sources } = promptCachedShare.wholeService;
  const meanSources = [...meanRequest.sources, ...sources];
  const own = meanRequestOf(used, listed, meanRequest);
  const general = [
    ...[requests.chat, requests.longDocument, requests.reasoning, requests.codingAgent].map(
      (preset) => ({
        name: preset.name,
        workload: tokensOfPreset(preset),
        sources: preset.sources,
      }),
    ),
    {
      name: 'Mean request on OpenRouter',
      workload: requestTokens(
        {
          promptTokens: visible.promptTokens / visible.requests,
          completionTokens: visible.completionTokens / visible.requests,
        },
        share,
      ),
      sources: meanSources,
    },
  ];
  return [
    ...general.map((kind) => {
      const because = whyNot(kind.workload, listed);
      return because === undefined ? { ...kind, asUsed: false } : { name: kind.name, because };
    }),
    'because' in own
      ? { name: AS_USED, because: own.because }
      : {
          name: AS_USED,
          workload: requestTokens(own.mean, share),
          sources: meanSources,
          asUsed: true,
        },
  ];
}

function tokensOfPreset({ inputTokens, cachedInputTokens, outputTokens }: Workload): Workload {
  return { inputTokens, cachedInputTokens, outputTokens };
}

/** A mean request if this share of its prompt was read from a cache. */
function requestTokens({ promptTokens, completionTokens }: MeanRequest, share: number): Workload {
  return {
    inputTokens: promptTokens * (1 - share),
    cachedInputTokens: promptTokens * share,
    outputTokens: completionTokens,
  };
}

/** Why a model cannot answer a request of that length, if so. */
function whyNot(
  { inputTokens, cachedInputTokens, outputTokens }: Workload,
  { contextTokens, maxOutputTokens }: ReleasedModel['listed'],
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

import { methodOf } from '../catalog/method.ts';
import type { CatalogData } from '../catalog/read-data.ts';
import {
  addUp,
  type JoinedUsage,
  joinUsage,
  type TokensUsed,
  tokensOf,
  type UnansweredKind,
} from '../catalog/usage.ts';
import { type Preparation, prepare } from '../estimation/preparation.ts';
import { totalDraws, totalRanges, type WorkloadEstimate } from '../estimation/total.ts';
import type { Workload } from '../estimation/workload.ts';
import type { Release, ReleasedModel } from './release.ts';
import { type TrafficPart, trafficParts, wholeTraffic } from './traffic-part.ts';

/** The total if this share of all prompt tokens was read from a cache. */
export interface CachedCase {
  share: number;
  estimate: WorkloadEstimate;
}

/** Some usage without an estimate, with the reason. */
export interface UnansweredUsage {
  kind: UnansweredKind;
  tokens: TokensUsed;
  /** The most tokens first. */
  canonicalSlugs: string[];
}

/** A model with its usage, variants added up. */
export interface UsedModel {
  model: ReleasedModel;
  tokens: TokensUsed;
}

/** What the week's visible traffic on OpenRouter took. */
export interface UsageReport {
  release: string;
  methodVersion: string;
  /** The last of the days that are counted. */
  asOf: string;
  days: number;
  /** All that OpenRouter shows. */
  visible: TokensUsed;
  /** Of that, what has an estimate. */
  estimated: TokensUsed;
  /** Every model behind that. */
  used: UsedModel[];
  /** The rest by reason, the most tokens first. */
  unanswered: UnansweredUsage[];
  /** The total under three cached shares: none, that of a whole service, that of coding agents. */
  cases: { nothingCached: CachedCase; wholeService: CachedCase; codingAgents: CachedCase };
  /** Parts of the total under the cached share of a whole service; the last may be all others. */
  makers: TrafficPart[];
  weights: TrafficPart[];
  models: TrafficPart[];
}

const MAKERS_SHOWN = 12;
const MODELS_SHOWN = 20;

/**
 * Adds up what each model's traffic took. Sums are made draw by draw, so that what all models have in
 * common (load, software, building) is shared and each model's own error is its own. Throws a
 * RangeError where no model of the release was used.
 */
export function usageReport(
  { usage, factors, modelList }: Pick<CatalogData, 'factors' | 'modelList' | 'usage'>,
  release: Pick<Release, 'release' | 'methodVersion' | 'models' | 'notEstimated'>,
): UsageReport {
  const { byModel, unanswered } = joinUsage(usage, modelList.models, {
    estimated: new Set(release.models.map(({ id }) => id)),
    unestimated: new Map(release.notEstimated.map((entry) => [entry.id, entry])),
  });
  const used = release.models.flatMap((model) => {
    const tokens = byModel.get(model.id);
    return tokens === undefined || tokensOf(tokens) === 0 ? [] : [{ model, tokens }];
  });
  const preparation = prepare(methodOf(factors));
  const { wholeService, codingAgents } = factors.workloads.promptCachedShare;
  const traffic = used.map((one) => ({
    ...one,
    draws: drawsOf([one], wholeService.share, preparation),
  }));
  const whole = wholeTraffic(traffic);
  const cached = (share: number): CachedCase => ({
    share,
    estimate: totalRanges(drawsOf(used, share, preparation)),
  });
  return {
    release: release.release,
    methodVersion: release.methodVersion,
    asOf: usage.retrieved,
    days: usage.days,
    visible: addUp(usage.models),
    estimated: whole.tokens,
    used,
    unanswered: byReason(unanswered),
    cases: {
      nothingCached: cached(0),
      wholeService: { share: wholeService.share, estimate: totalRanges(whole.draws) },
      codingAgents: cached(codingAgents.share),
    },
    makers: trafficParts(traffic, whole, {
      id: ({ maker }) => maker,
      name: ({ makerName }) => makerName,
      plural: 'makers',
      shown: MAKERS_SHOWN,
    }),
    weights: trafficParts(traffic, whole, {
      id: ({ weights }) => weights,
      name: ({ weights }) => weights,
      plural: 'kinds',
      shown: Number.POSITIVE_INFINITY,
    }),
    models: trafficParts(traffic, whole, {
      id: ({ id }) => id,
      name: ({ shortName }) => shortName,
      plural: 'models',
      shown: MODELS_SHOWN,
    }),
  };
}

/** What the used models took if this share of their prompts was read from a cache. */
function drawsOf(used: readonly UsedModel[], cachedShare: number, preparation: Preparation) {
  return totalDraws(
    used.map(({ model: { id, input }, tokens }) => ({
      id,
      input,
      workload: workloadOf(tokens, cachedShare),
    })),
    preparation,
  );
}

function workloadOf({ promptTokens, completionTokens }: TokensUsed, cachedShare: number): Workload {
  return {
    inputTokens: promptTokens * (1 - cachedShare),
    cachedInputTokens: promptTokens * cachedShare,
    outputTokens: completionTokens,
  };
}

function byReason(unanswered: JoinedUsage['unanswered']): UnansweredUsage[] {
  return [...Map.groupBy(unanswered, ({ kind }) => kind)]
    .map(([kind, records]) => ({
      kind,
      tokens: addUp(records.map(({ record }) => record)),
      canonicalSlugs: records
        .toSorted((a, b) => tokensOf(b.record) - tokensOf(a.record))
        .map(({ record }) => record.canonicalSlug),
    }))
    .toSorted((a, b) => tokensOf(b.tokens) - tokensOf(a.tokens));
}

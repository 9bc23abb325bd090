import type { CatalogData } from '../../catalog/read-data.ts';
import { addUp, type TokensUsed, tokensOf, type UnansweredKind } from '../../catalog/usage.ts';
import {
  drawModel,
  type WorkloadEstimate,
  workloadDraws,
  workloadRanges,
} from '../../estimation/estimate.ts';
import type { Preparation } from '../../estimation/preparation.ts';
import { addToTotal, emptyTotal } from '../../estimation/total.ts';
import type { Workload } from '../../estimation/workload.ts';
import { currentPreparation, currentRelease, currentUsage } from '../../release/current.ts';
import { once } from '../../release/once.ts';
import type { Release } from '../../release/release.ts';
import type { ReleasedUsage } from '../../release/released-usage.ts';
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

/** What the week's visible traffic on OpenRouter took. */
export interface UsageReport extends Omit<ReleasedUsage, 'unanswered'> {
  release: string;
  methodVersion: string;
  /** Of what is visible, what has an estimate. */
  estimated: TokensUsed;
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
  { unanswered, ...usage }: ReleasedUsage,
  { release, methodVersion }: Pick<Release, 'release' | 'methodVersion'>,
  { factors }: Pick<CatalogData, 'factors'>,
  preparation: Preparation,
): UsageReport {
  const { used } = usage;
  const { wholeService, codingAgents } = factors.workloads.promptCachedShare;
  const uncached = { share: 0, total: emptyTotal(preparation.shared.count) };
  const ofAgents = { share: codingAgents.share, total: emptyTotal(preparation.shared.count) };
  // A model is drawn once for all three shares.
  const traffic = used.map((one) => {
    const ofModel = drawModel(one.model.input, preparation);
    const drawsAt = (share: number) => workloadDraws(ofModel, workloadOf(one.tokens, share));
    for (const { share, total } of [uncached, ofAgents]) addToTotal(total, drawsAt(share));
    return { ...one, draws: drawsAt(wholeService.share) };
  });
  const whole = wholeTraffic(traffic);
  return {
    ...usage,
    release,
    methodVersion,
    estimated: whole.tokens,
    unanswered: byReason(unanswered),
    cases: {
      nothingCached: { share: uncached.share, estimate: workloadRanges(uncached.total) },
      wholeService: { share: wholeService.share, estimate: workloadRanges(whole.draws) },
      codingAgents: { share: ofAgents.share, estimate: workloadRanges(ofAgents.total) },
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

/** The report on the current release, made once per process. Throws DataProblems as the release does. */
export const currentUsageReport = once((): UsageReport => {
  const { data, release } = currentRelease();
  return usageReport(currentUsage(), release, data, currentPreparation());
});

/** A model's week with this share of its prompts from a cache: requests of its own mean context. */
function workloadOf(
  { promptTokens, completionTokens, requests }: TokensUsed,
  cachedShare: number,
): Workload {
  return {
    inputTokens: promptTokens * (1 - cachedShare),
    cachedInputTokens: promptTokens * cachedShare,
    outputTokens: completionTokens,
    requests,
  };
}

function byReason(unanswered: ReleasedUsage['unanswered']): UnansweredUsage[] {
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

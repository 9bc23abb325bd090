import type { CatalogData } from '../../catalog/read-data.ts';
import { addUp, type TokensUsed, tokensOf, type UnansweredKind } from '../../catalog/usage.ts';
import { type WorkloadEstimate, workloadRanges } from '../../estimation/estimate.ts';
import type { Preparation } from '../../estimation/preparation.ts';
import { totalDraws } from '../../estimation/total.ts';
import type { Workload } from '../../estimation/workload.ts';
import { currentPreparation, currentRelease, currentUsage } from '../../release/current.ts';
import { once } from '../../release/once.ts';
import type { Release } from '../../release/release.ts';
import type { ReleasedUsage, UsedModel } from '../../release/released-usage.ts';
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
  const traffic = used.map((one) => ({
    ...one,
    draws: drawsOf([one], wholeService.share, preparation),
  }));
  const whole = wholeTraffic(traffic);
  const cached = (share: number): CachedCase => ({
    share,
    estimate: workloadRanges(drawsOf(used, share, preparation)),
  });
  return {
    ...usage,
    release,
    methodVersion,
    estimated: whole.tokens,
    unanswered: byReason(unanswered),
    cases: {
      nothingCached: cached(0),
      wholeService: { share: wholeService.share, estimate: workloadRanges(whole.draws) },
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

/** The report on the current release, made once per process. Throws DataProblems as the release does. */
export const currentUsageReport = once((): UsageReport => {
  const { data, release } = currentRelease();
  return usageReport(currentUsage(), release, data, currentPreparation());
});

/** What the used models took if this share of their prompts was read from a cache. */
function drawsOf(used: readonly UsedModel[], cachedShare: number, preparation: Preparation) {
  return totalDraws(
    used.map(({ model: { input }, tokens }) => ({
      input,
      workload: workloadOf(tokens, cachedShare),
    })),
    preparation,
  );
}

/** A model's week: as many requests of its own mean context as there were. */
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

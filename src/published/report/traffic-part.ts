import { addUp, type TokensUsed, tokensOf } from '../../catalog/usage.ts';
import { at, perDraw } from '../../estimation/draws.ts';
import {
  type WorkloadDraws,
  type WorkloadEstimate,
  workloadRanges,
} from '../../estimation/estimate.ts';
import { type Range, rangeOf } from '../../estimation/ranges.ts';
import { sumOfDraws } from '../../estimation/total.ts';
import type { ReleasedModel } from '../../release/release.ts';

/** A model with its tokens of the week and what they took, per draw. */
export interface DrawnTraffic {
  model: ReleasedModel;
  tokens: TokensUsed;
  draws: WorkloadDraws;
}

/** All traffic that parts are parts of. */
export interface WholeTraffic {
  tokens: TokensUsed;
  draws: WorkloadDraws;
}

/** What some of the traffic took: a model's, a maker's, or that of open or closed weights. */
export interface TrafficPart {
  /** Absent where the part is all that remains. */
  id: string | undefined;
  name: string;
  /** The models that it is made of. */
  models: readonly ReleasedModel[];
  tokens: TokensUsed;
  estimate: WorkloadEstimate;
  /** Of the tokens of the whole. */
  shareOfTokens: number;
  /** Of the emissions of the whole; part and whole are compared within each draw. */
  shareOfEmissions: Range;
}

/** How the traffic is divided: what parts are called, and how many stand by themselves. */
interface Division {
  id: (model: ReleasedModel) => string;
  name: (model: ReleasedModel) => string;
  /** What several parts are called, such as "makers". */
  plural: string;
  shown: number;
}

/** The traffic of several models together. */
export function wholeTraffic(members: readonly DrawnTraffic[]): WholeTraffic {
  return {
    tokens: addUp(members.map(({ tokens }) => tokens)),
    draws: sumOfDraws(
      members.map(({ draws }) => draws),
      members[0]?.draws.gramsCO2e.length ?? 0,
    ),
  };
}

/**
 * The parts of the traffic, the highest median first; those beyond `shown` are one part, the last.
 * Each range is of the sum over a part's models, draw by draw.
 */
export function trafficParts(
  traffic: readonly DrawnTraffic[],
  whole: WholeTraffic,
  { id, name, plural, shown }: Division,
): TrafficPart[] {
  const parts = [...Map.groupBy(traffic, ({ model }) => id(model))]
    .map(([key, members]) => {
      const [first] = members;
      const called = first === undefined ? key : name(first.model);
      return { members, part: trafficPart(key, called, members, whole) };
    })
    .toSorted((a, b) => centralGrams(b.part) - centralGrams(a.part));
  const rest = parts.slice(shown);
  const largest = parts.slice(0, shown).map(({ part }) => part);
  if (rest.length === 0) return largest;
  const members = rest.flatMap((one) => one.members);
  return [...largest, trafficPart(undefined, `${rest.length} other ${plural}`, members, whole)];
}

function trafficPart(
  id: string | undefined,
  name: string,
  members: readonly DrawnTraffic[],
  whole: WholeTraffic,
): TrafficPart {
  const { tokens, draws } = wholeTraffic(members);
  const { gramsCO2e } = draws;
  const share = perDraw(
    gramsCO2e.length,
    (draw) => at(gramsCO2e, draw) / at(whole.draws.gramsCO2e, draw),
  );
  return {
    id,
    name,
    models: members.map(({ model }) => model),
    tokens,
    estimate: workloadRanges(draws),
    shareOfTokens: tokensOf(tokens) / tokensOf(whole.tokens),
    shareOfEmissions: rangeOf(share),
  };
}

function centralGrams({ estimate }: TrafficPart): number {
  return estimate.gramsCO2e.central;
}

import type { CatalogData } from '../catalog/read-data.ts';
import { addUp, type JoinedUsage, joinUsage, type TokensUsed, usedOf } from '../catalog/usage.ts';
import type { Release, ReleasedModel } from './release.ts';

/** A model with its usage, variants added up. */
export interface UsedModel {
  model: ReleasedModel;
  tokens: TokensUsed;
}

/** A week's visible traffic on OpenRouter, by what a release says of its models. */
export interface ReleasedUsage {
  /** The last of the days that are counted. */
  asOf: string;
  days: number;
  /** All that OpenRouter shows. */
  visible: TokensUsed;
  /** Every model with an estimate that was used. */
  used: UsedModel[];
  /** The rest, with the reason. */
  unanswered: JoinedUsage['unanswered'];
}

/** Tells which models of a release the week's traffic is of. */
export function releasedUsage(
  { usage, modelList }: Pick<CatalogData, 'modelList' | 'usage'>,
  { models, notEstimated }: Pick<Release, 'models' | 'notEstimated'>,
): ReleasedUsage {
  const joined = joinUsage(usage, modelList.models, {
    estimated: new Set(models.map(({ id }) => id)),
    unestimated: new Map(notEstimated.map((entry) => [entry.id, entry])),
  });
  return {
    asOf: usage.retrieved,
    days: usage.days,
    visible: addUp(usage.models),
    used: models.flatMap((model) => {
      const tokens = usedOf(joined, model.id);
      return tokens === undefined ? [] : [{ model, tokens }];
    }),
    unanswered: joined.unanswered,
  };
}

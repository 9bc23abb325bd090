import { tokensOf } from '../../catalog/usage.ts';
import type { ReleasedFrontier } from '../../release/release-frontier.ts';
import type { ReleasedUsage } from '../../release/released-usage.ts';
import type { DrawnFront } from './front-points.ts';

/** How many of the most used models are taken for well known. */
const WELL_KNOWN = 20;

/** Ids of the models that are used most. */
export function wellKnownOf({ used }: ReleasedUsage): ReadonlySet<string> {
  const mostUsed = used.toSorted((a, b) => tokensOf(b.tokens) - tokensOf(a.tokens));
  return new Set(mostUsed.slice(0, WELL_KNOWN).map(({ model }) => model.id));
}

/** A front of the release as it is drawn. */
export function servedFront(
  { models, steps }: ReleasedFrontier,
  wellKnown: ReadonlySet<string>,
): DrawnFront {
  return {
    points: models.map(({ model, ...figure }) => ({
      id: model.id,
      name: model.shortName,
      makerName: model.makerName,
      evidence: model.evidence,
      isWellKnown: wellKnown.has(model.id),
      ...figure,
    })),
    steps,
  };
}

import { tokensOf } from '../catalog/usage.ts';
import type { Release, ReleasedModel } from './release.ts';
import type { ReleasedUsage } from './released-usage.ts';

/** How many there are: a small, a middle and a large model. */
const LANDMARKS = 3;

/**
 * Models that readers know, to tell from them how much a figure is: of each third of all medians, the
 * model that is used most, the lowest third first.
 */
export function landmarksOf({ models }: Release, { used }: ReleasedUsage): ReleasedModel[] {
  const tokens = new Map(used.map(({ model, tokens: all }) => [model.id, tokensOf(all)]));
  const median = (model: ReleasedModel) => model.perThousandOutputTokens.gramsCO2e.central;
  const ordered = models.toSorted((a, b) => median(a) - median(b));
  return Array.from({ length: LANDMARKS }, (_, third) =>
    ordered
      .slice(
        Math.floor((third * ordered.length) / LANDMARKS),
        Math.floor(((third + 1) * ordered.length) / LANDMARKS),
      )
      .toSorted((a, b) => (tokens.get(b.id) ?? 0) - (tokens.get(a.id) ?? 0))
      .slice(0, 1),
  ).flat();
}

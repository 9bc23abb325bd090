import type { HowKnown } from '../../catalog/source.ts';
import type { ReleasedModel } from '../../release/release.ts';

/** How many sizes that the figures of a release rest on are known in each way. */
export interface KnownSizes {
  all: number;
  of: (how: HowKnown) => number;
}

/** Counts the models that are estimated from a size, by how that size is known. */
export function knownSizes(
  models: readonly Pick<ReleasedModel, 'evidence' | 'facts'>[],
): KnownSizes {
  const ways = models.flatMap(({ evidence, facts }) =>
    evidence === 'price' ? [] : (facts?.parameters?.how ?? []),
  );
  return { all: ways.length, of: (how) => ways.filter((way) => way === how).length };
}

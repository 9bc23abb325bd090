import { BOUNDARY_FACTORS, type Boundary } from './boundary.ts';
import { product } from './draws.ts';
import type { ModelDraws } from './estimate.ts';
import { type Range, rangeOf } from './ranges.ts';
import { type PerTokenKind, perTokenKind, workloadJoules } from './workload.ts';

/** gCO2e per thousand tokens counted up to each boundary; the last is the published figure. */
export type GramsByBoundary = Record<Boundary, Range>;

/** The boundaries for each kind of token. */
export type ModelBoundaries = PerTokenKind<GramsByBoundary>;

/** What a model emits up to each boundary, in gCO2e per thousand tokens. */
export function boundariesOf(draws: ModelDraws): ModelBoundaries {
  const { factor } = draws.serving;
  return perTokenKind((workload) => {
    const joules = workloadJoules(draws, workload);
    const upTo = (boundary: Boundary) =>
      rangeOf(product(joules, factor(BOUNDARY_FACTORS[boundary].grams)));
    return {
      accelerators: upTo('accelerators'),
      server: upTo('server'),
      facility: upTo('facility'),
      facilityAndEmbodied: upTo('facilityAndEmbodied'),
    };
  });
}

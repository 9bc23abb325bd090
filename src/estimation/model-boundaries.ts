import { BOUNDARY_FACTORS, type Boundary } from './boundary.ts';
import { product } from './draws.ts';
import type { ModelDraws } from './estimate.ts';
import { type Range, rangeOf, scaleRange } from './ranges.ts';
import type { Serving } from './serving.ts';

/** gCO2e per thousand tokens counted up to each boundary; the last is the published figure. */
export type GramsByBoundary = Record<Boundary, Range>;

/** The boundaries for each kind of token. */
export interface ModelBoundaries {
  perThousandOutputTokens: GramsByBoundary;
  perThousandInputTokens: GramsByBoundary;
  perThousandCachedInputTokens: GramsByBoundary;
}

const THOUSAND_TOKENS = 1000;

/** What a model emits up to each boundary, in gCO2e per thousand tokens. */
export function boundariesOf({ energy, serving }: ModelDraws): ModelBoundaries {
  return {
    perThousandOutputTokens: gramsByBoundary(energy.outputJoules, serving),
    perThousandInputTokens: gramsByBoundary(energy.inputJoules, serving),
    perThousandCachedInputTokens: gramsByBoundary(energy.cachedInputJoules, serving),
  };
}

function gramsByBoundary(joulesPerToken: Float64Array, { factor }: Serving): GramsByBoundary {
  const upTo = (boundary: Boundary) =>
    scaleRange(
      rangeOf(product(joulesPerToken, factor(BOUNDARY_FACTORS[boundary].grams))),
      THOUSAND_TOKENS,
    );
  return {
    accelerators: upTo('accelerators'),
    server: upTo('server'),
    facility: upTo('facility'),
    facilityAndEmbodied: upTo('facilityAndEmbodied'),
  };
}

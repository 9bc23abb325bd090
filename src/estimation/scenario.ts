import { type Boundary, PUBLISHED_BOUNDARY } from './boundary.ts';
import type { Place, Site } from './facility.ts';
import type { EstimationInput } from './preparation.ts';
import { remembered } from './remembered.ts';

/** What a reader sets in place of what is known of the hosts; absent is as served. */
export interface Scenario {
  /** One grid for all hosts. */
  site?: Omit<Site, 'share'> | undefined;
  /** One power usage effectiveness for all hosts, taken as exact. */
  powerUsageEffectiveness?: number | undefined;
  boundary: Boundary;
}

/** The grid that a reader sets is one grid, wherever it is taken to stand. */
const ONE_GRID = 'one grid for all';

/** Every figure as it is published. */
export const AS_SERVED: Scenario = { boundary: PUBLISHED_BOUNDARY };

/**
 * A function that puts models under a scenario. It gives the same place object for the same place,
 * so that the core computes its factors once. The boundary is asked of the estimate itself.
 */
export function underScenario({
  site,
  powerUsageEffectiveness: pue,
}: Scenario): (input: EstimationInput) => EstimationInput {
  if (site === undefined && pue === undefined) return (input) => input;
  const placeOf = remembered(
    (place: Place): Place => ({
      ...place,
      ...(site !== undefined && { sites: [{ share: 1, ...site }], gridId: ONE_GRID }),
      ...(pue !== undefined && {
        powerUsageEffectiveness: { low: pue, central: pue, high: pue },
      }),
    }),
  );
  return ({ endpoints, ...model }) => ({
    ...model,
    endpoints: endpoints.map((endpoint) => ({ ...endpoint, place: placeOf(endpoint.place) })),
  });
}

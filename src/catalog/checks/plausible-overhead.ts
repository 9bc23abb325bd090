import { type HostFile, hostPath } from '../host.ts';
import { PLAUSIBLE_OVERHEAD } from '../plausible-factors.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';

const { lowest: LOWEST, highest: HIGHEST, highestBound: HIGHEST_BOUND } = PLAUSIBLE_OVERHEAD;

/** A PUE lies where data centres lie; a percentage or a swapped figure does not. */
export function plausibleOverhead({ hostFiles }: Pick<CatalogData, 'hostFiles'>): Problem[] {
  return [...hostFiles].flatMap(([slug, host]) =>
    overheads(host)
      .filter(({ value, highest }) => value < LOWEST || value > highest)
      .map(({ field, value, highest }) => ({
        file: hostPath(slug),
        record: '',
        field,
        message: `${value}; expected ${LOWEST} to ${highest}, facility energy over server energy`,
      })),
  );
}

function overheads({ powerUsageEffectiveness: bounds, regions }: HostFile) {
  return [
    ...(bounds === undefined
      ? []
      : [
          { field: 'powerUsageEffectiveness.low', value: bounds.low, highest: HIGHEST },
          { field: 'powerUsageEffectiveness.central', value: bounds.central, highest: HIGHEST },
          { field: 'powerUsageEffectiveness.high', value: bounds.high, highest: HIGHEST_BOUND },
        ]),
    ...Object.entries(regions?.named ?? {}).flatMap(([region, { powerUsageEffectiveness }]) =>
      powerUsageEffectiveness === undefined
        ? []
        : [
            {
              field: `regions.named.${region}.powerUsageEffectiveness`,
              value: powerUsageEffectiveness,
              highest: HIGHEST,
            },
          ],
    ),
  ];
}

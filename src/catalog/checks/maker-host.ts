import { hostPath } from '../host.ts';
import { makerPath } from '../maker.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';

/** The host that a maker names has a record. */
export function makerHostExists({
  makers,
  hostFiles,
}: Pick<CatalogData, 'makers' | 'hostFiles'>): Problem[] {
  return [...makers].flatMap(([maker, { host }]) =>
    host === undefined || hostFiles.has(host)
      ? []
      : [
          {
            file: makerPath(maker),
            record: '',
            field: 'host',
            message: `${JSON.stringify(host)} is no host; expected one with a file such as ${hostPath(maker)}, add it or correct the spelling`,
          },
        ],
  );
}

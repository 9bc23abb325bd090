import { gridZone } from '../grid.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { makerPath } from './model-records.ts';

/** The country that a maker's models are served from has a grid intensity. */
export function servedFromHasGrid({ makers }: Pick<CatalogData, 'makers'>): Problem[] {
  return [...makers].flatMap(([maker, { servedFrom }]) =>
    gridZone(servedFrom.country) === undefined
      ? [
          {
            file: makerPath(maker),
            record: '',
            field: 'servedFrom.country',
            message: `${servedFrom.country} has no grid intensity; expected a zone of Electricity Maps, such as US or FR`,
          },
        ]
      : [],
  );
}

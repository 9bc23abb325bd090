import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { modelRecords } from './model-records.ts';

/** Weights that lie in a repository are not closed. */
export function weightsAndRepository(data: Pick<CatalogData, 'makers'>): Problem[] {
  return modelRecords(data).flatMap(({ facts: { weights, huggingFaceId }, at }) =>
    weights === 'closed' && huggingFaceId !== undefined
      ? [
          {
            ...at,
            field: 'weights',
            message: `closed, but the record names ${huggingFaceId} on Hugging Face; expected open weights, or no repository`,
          },
        ]
      : [],
  );
}

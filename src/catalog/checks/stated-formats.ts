import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { statedBits } from '../weight-bits.ts';

/** Every format that endpoints state is one whose bits are known; others count as if none were stated. */
export function statedFormatsAreKnown({ endpoints }: Pick<CatalogData, 'endpoints'>): Problem[] {
  const examples = new Map(
    endpoints.models
      .toReversed()
      .flatMap(({ id, endpoints: ofModel }) =>
        ofModel.flatMap(({ quantization }) =>
          quantization === undefined || statedBits(quantization) !== undefined
            ? []
            : [[quantization, id] as const],
        ),
      ),
  );
  return [...examples].map(([quantization, id]) => ({
    file: 'data/openrouter/endpoints.json',
    record: id,
    field: 'quantization',
    message: `${JSON.stringify(quantization)} is no format whose bits are known, so it counts as none stated; add it to src/catalog/weight-bits.ts where measurements come near it`,
  }));
}

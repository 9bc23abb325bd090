import * as z from 'zod';
import type { Release } from '../release/release.ts';
import { fileHeader } from './api-file.ts';
import { ABOUT } from './index-json.ts';
import { Evidence, HEADER, ModelId, Range } from './parts.ts';

/** What the file of a model that has left OpenRouter's list holds; `release` and `methodVersion` are those of its last figure. */
export const LeftModelFile = z.strictObject({
  ...HEADER,
  gone: z.strictObject({
    lastListed: z.iso.date().describe('Day of the last list that held it'),
    because: z.string(),
    archivedIndex: z.string().describe('Path of the index that holds all that was published of it'),
  }),
  id: ModelId,
  name: z.string(),
  maker: z.string(),
  makerName: z.string(),
  evidence: Evidence,
  perThousandOutputTokens: z.strictObject({
    gramsCO2e: Range.describe('gCO2e (GWP100) per 1000 tokens: 5th, 50th and 95th percentile'),
  }),
});

/** A model as its last release has it. */
interface LeftModel {
  model: Omit<z.infer<typeof LeftModelFile>, 'gone' | keyof typeof HEADER>;
  last: Pick<Release, 'release' | 'methodVersion' | 'date'>;
}

/** Said of a model that has left the list. */
const HAS_LEFT = 'It has left OpenRouter’s list: its figures are the last ones.';

/**
 * The file of a model that has left OpenRouter's list, at the address that its file always had: its last
 * figure, of which release it is, and where all else stands that was published of it.
 */
export function leftModelJson({ model, last }: LeftModel) {
  const { id, name, maker, makerName, evidence, perThousandOutputTokens } = model;
  const { low, central, high } = perThousandOutputTokens.gramsCO2e;
  return {
    ...fileHeader(last, ABOUT),
    gone: {
      lastListed: last.date,
      because: HAS_LEFT,
      archivedIndex: `/releases/${last.release}/index.json`,
    },
    id,
    name,
    maker,
    makerName,
    evidence,
    perThousandOutputTokens: { gramsCO2e: { low, central, high } },
  };
}

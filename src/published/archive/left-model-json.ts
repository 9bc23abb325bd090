import { fileHeader } from '../api-file.ts';
import { ABOUT } from '../index-json.ts';
import type { GoneModel } from './history.ts';

/** Said of a model that has left the list. */
const HAS_LEFT = 'It has left OpenRouter’s list: its figures are the last ones.';

/**
 * The file of a model that has left OpenRouter's list, at the address that its file always had: its last
 * figure, of which release it is, and where all else stands that was published of it.
 */
export function leftModelJson({ model, last }: GoneModel) {
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

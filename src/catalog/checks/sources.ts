import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { SOURCES_FILE } from '../source.ts';
import type { SourceUse } from './source-uses.ts';

/** Every source that is named exists. */
export function sourcesExist(
  { sources }: Pick<CatalogData, 'sources'>,
  uses: readonly SourceUse[],
): Problem[] {
  return uses
    .filter(({ id }) => !Object.hasOwn(sources, id))
    .map(({ id, file, record, field }) => ({
      file,
      record,
      field,
      message: `source ${JSON.stringify(id)} is not in ${SOURCES_FILE}; expected one of its keys, add it there or correct the spelling`,
    }));
}

/** Every source that is listed is used somewhere: a list of reading matter proves nothing. */
export function sourcesAreUsed(
  { sources }: Pick<CatalogData, 'sources'>,
  uses: readonly SourceUse[],
): Problem[] {
  const used = new Set(uses.map(({ id }) => id));
  return Object.keys(sources)
    .filter((id) => !used.has(id))
    .map((id) => ({
      file: SOURCES_FILE,
      record: id,
      field: '',
      message: 'no figure rests on it; name it in the `sources` of one, or remove it',
    }));
}

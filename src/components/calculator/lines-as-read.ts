import { shortNameOf } from '../../library/model-names.ts';
import type { KnownNames } from '../../query/known-names.ts';
import type { UsageLine } from '../../query/usage-lines.ts';

/** The lines of a link, by the models that they name. */
export interface LinesAsRead {
  lines: UsageLine[];
  /** How names are read that are not those of the list. */
  readAs: string[];
  /** What names no model that is estimated. */
  missing: string[];
}

/** Finds the model of each line: a link may name it otherwise, or one that has left the list. */
export function linesAsRead(
  asked: readonly UsageLine[],
  { finder }: Pick<KnownNames, 'finder'>,
): LinesAsRead {
  const read: LinesAsRead = { lines: [], readAs: [], missing: [] };
  for (const { id, workload } of asked) {
    const found = finder.find(id);
    if (found === undefined) {
      read.missing.push(id);
      continue;
    }
    const { model, exact } = found;
    read.lines.push({ id: model.id, workload });
    if (!exact) read.readAs.push(`“${id}” is read as ${shortNameOf(model.name)}.`);
  }
  return read;
}

/** The same as words; none where every line names a model as the list does. */
export function readingText({ readAs, missing }: Pick<LinesAsRead, 'readAs' | 'missing'>): string {
  const left =
    missing.length === 0
      ? []
      : [
          `Not in the total, as they are not among the estimated models of this release: ${missing.join(', ')}.`,
        ];
  return [...readAs, ...left].join(' ');
}

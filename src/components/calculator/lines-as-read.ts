import { shortNameOf } from '../../library/model-names.ts';
import type { KnownNames } from '../../query/known-names.ts';
import type { UsageLine } from '../../query/usage-lines.ts';
import { uncountedText } from './uncounted-words.ts';

/** The lines of a link, by the models that they name. */
export interface LinesAsRead {
  lines: UsageLine[];
  /** How names are read that are not those of the list. */
  readAs: string[];
  /** Lines whose name is none of a model that is estimated. */
  uncounted: UsageLine[];
}

/** Finds the model of each line: a link may name it otherwise, or one that has left the list. */
export function linesAsRead(
  asked: readonly UsageLine[],
  { finder }: Pick<KnownNames, 'finder'>,
): LinesAsRead {
  const read: LinesAsRead = { lines: [], readAs: [], uncounted: [] };
  for (const line of asked) {
    const { id, workload } = line;
    const found = finder.find(id);
    if (found === undefined) {
      read.uncounted.push(line);
      continue;
    }
    const { model, exact } = found;
    read.lines.push({ id: model.id, workload });
    if (!exact) read.readAs.push(`“${id}” is read as ${shortNameOf(model.name)}.`);
  }
  return read;
}

/** The same as words; none where every line names a model as the list does. */
export function readingText({
  readAs,
  uncounted,
}: Pick<LinesAsRead, 'readAs' | 'uncounted'>): string {
  return [...readAs, uncountedText(uncounted)].filter((text) => text !== '').join(' ');
}

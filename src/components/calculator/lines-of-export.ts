import { MOST_LINES, type UsageLine } from '../../query/usage-lines.ts';
import {
  type ActivityLines,
  allTokens,
  canBeMeant,
  type NamedTokens,
} from '../../text/activity/activity-lines.ts';
import { restName } from './uncounted-names.ts';

/** An export's models beyond these have a line together, as have names that have none. */
export const MOST_COUNTED = MOST_LINES - 2;

/** Beside the counts of all lines, an address with them stays below 8000 letters, which every server takes. */
const MOST_LETTERS_OF_NAMES = 2000;

/**
 * All lines of an export: those that are counted, and those that are not by the names of the export, so
 * that no tokens are lost. What a link has no room for stands in one line each for names and models.
 * Tokens beyond what a line can hold have none; how an export was read says them.
 */
export function linesOfExport({
  lines,
  unmatched,
  beyond,
}: Pick<ActivityLines, 'lines' | 'unmatched' | 'beyond'>): UsageLine[] {
  const further = rest('models', meant(beyond));
  const names = meant(unmatched);
  const room = MOST_LINES - 1 - lines.length - further.length;
  let letters = 0;
  const fitting = names.slice(0, room).filter(({ id }) => {
    const length = encodeURIComponent(id).length;
    const fits = letters + length <= MOST_LETTERS_OF_NAMES;
    if (fits) letters += length;
    return fits;
  });
  const taken = new Set(fitting);
  return [
    ...lines,
    ...fitting,
    ...rest(
      'names',
      names.filter((line) => !taken.has(line)),
    ),
    ...further,
  ];
}

function meant({ named }: NamedTokens): UsageLine[] {
  return named
    .filter(({ workload }) => canBeMeant(workload))
    .map(({ name, workload }) => ({ id: name, workload }));
}

function rest(kind: 'names' | 'models', lines: readonly UsageLine[]): UsageLine[] {
  if (lines.length === 0) return [];
  const workload = allTokens(lines.map((line) => line.workload));
  return [{ id: restName(kind, lines.length), workload }];
}

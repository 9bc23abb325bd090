import type { HostBasis, StatedBy } from '../catalog/host.ts';
import { type HowKnown, isRecalled, type SourceFile } from '../catalog/source.ts';

/** How a figure is known, in the words of the pages. */
export const HOW_KNOWN_WORDS: Readonly<Record<HowKnown, string>> = {
  read: 'read at its source',
  'read-secondary': 'read in a source that quotes it',
  recalled: 'recalled, no document read',
  name: 'read off the model’s name',
  derived: 'derived',
  assumed: 'assumed',
};

/** Who says something about a host, in a word or two of a table. */
const STATED_BY_WORDS: Readonly<Record<StatedBy, string>> = {
  openrouter: 'stated by OpenRouter',
  operator: 'stated by the host',
  others: 'reported by others',
  nobody: 'assumed',
};

type Basis = Pick<HostBasis, 'statedBy' | 'how'>;

/** Who says something, in a word or two; of what nobody read, nobody can be named. */
export function statedByText(
  { statedBy, sources: ids }: Pick<HostBasis, 'statedBy' | 'sources'>,
  sources: SourceFile,
): string {
  return statedBy !== 'nobody' && isRecalled(ids, sources)
    ? HOW_KNOWN_WORDS.recalled
    : STATED_BY_WORDS[statedBy];
}

/** How a fact about a host (or a maker) is known: who says so and how that was read. */
export function basisText({ statedBy, how }: Basis, of: 'host' | 'maker' = 'host'): string {
  if (statedBy === 'nobody' || how === 'recalled') return HOW_KNOWN_WORDS[how];
  const who = statedBy === 'operator' ? `stated by the ${of}` : STATED_BY_WORDS[statedBy];
  return `${who}, ${HOW_KNOWN_WORDS[how]}`;
}

/** The same for places: whoever names sites hardly ever says how much each of them serves. */
export function placeBasisText(
  { statedBy, how, sources: ids }: Basis & Pick<HostBasis, 'sources'>,
  sources: SourceFile,
): string {
  if (statedBy === 'nobody' || how !== 'assumed') return basisText({ statedBy, how });
  return isRecalled(ids, sources)
    ? `sites ${HOW_KNOWN_WORDS.recalled}; shares assumed`
    : `sites ${STATED_BY_WORDS[statedBy]}, shares assumed`;
}

import type { HowKnown } from '../catalog/source.ts';

/** How a figure is known, in the words of the pages. */
export const HOW_KNOWN_WORDS: Readonly<Record<HowKnown, string>> = {
  read: 'read at its source',
  'read-secondary': 'read where it is quoted',
  recalled: 'recalled, to be verified',
  name: "read off the model's name",
  derived: 'derived',
  assumed: 'assumed',
};

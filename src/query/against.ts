import { isSame, single } from '../ui/link/link-reader.ts';

/** What figures can be held against, as multiples of it: the typical model, or the one in use. */
export const AGAINST = ['typical', 'now'] as const;
export type Against = (typeof AGAINST)[number];

/** The same in words that follow “times”. */
export const AGAINST_WORDS: Readonly<Record<Against, string>> = {
  typical: 'the typical model',
  now: 'the model I now use',
};

/** What a link wants figures to be multiples of; empty for grams. */
export const HELD_AGAINST = single<Against | ''>('against', '', (text) =>
  AGAINST.find((choice) => isSame(choice, text)),
);

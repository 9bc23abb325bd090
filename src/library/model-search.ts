import { EVERYDAY_NAMES } from './everyday-names.ts';
import type { NamedModel } from './model-names.ts';
import { groupedBy, type Spellings } from './model-spellings.ts';
import { begins, isDay, nameWords } from './name-words.ts';
import { isOneLetterApart } from './one-letter-apart.ts';
import { squeezedName } from './squeezed-name.ts';
import { undecoratedNames } from './undecorated-name.ts';

/** Models that a text may mean, the best first. */
export interface Found<Model> {
  models: Model[];
  /** True where nothing is called so, and one letter has been forgiven. */
  typo: boolean;
}

/** What a text asks for. */
interface Wanted {
  words: readonly string[];
  /** Words that a name must not have. */
  without: readonly string[];
  /** The word that may still be being typed. */
  open: string | undefined;
  /** The word that may have one letter wrong. */
  forgiven?: string;
}

/** How well a model's name fits the words of a text; the less, the better. */
interface Fit {
  /** How many words are only the beginning of the name's. */
  begun: number;
  /** How many words the name has besides. */
  further: number;
}

const WORD_WITH_TYPOS = /^\p{L}{4,}$/u;
const versions = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * A function that finds the models whose names have all words of a text, in any order, the last of
 * them perhaps not yet whole. Where no name has, one letter of one word is forgiven, never a digit.
 */
export function modelSearch<Model extends NamedModel>(
  spellings: readonly Spellings<Model>[],
): (text: string) => Found<Model> {
  const byWord = groupedBy(spellings, ({ words, makers }) => [...words, ...makers].flat());
  const known = [...byWord];
  const squeezed = spellings.map(({ model, names, texts }) => ({
    model,
    names: [...names, ...texts].map(squeezedName),
  }));

  const fitting = (wanted: Wanted) => {
    if (wanted.words.length === 0) return [];
    // Whose names have the word that fewest have; only they can have all.
    const [fewest = []] = wanted.words
      .map((word) => known.filter(([own]) => fits(own, word, wanted)).flatMap(([, ones]) => ones))
      .toSorted((a, b) => a.length - b.length);
    return ranked(
      [...new Set(fewest)].flatMap((one) => {
        const fit = bestFit(one, wanted);
        return fit === undefined ? [] : [{ model: one.model, fit }];
      }),
    );
  };

  return (text) => {
    const readings = readingsOf(text);
    for (const together of readings) {
      const models = [...new Set(together.flatMap(fitting))];
      if (models.length > 0) return { models, typo: false };
    }
    const run = squeezedName(text);
    const within = squeezed.filter(({ names }) => names.some((name) => name.includes(run)));
    if (run.length > 2 && within.length > 0) {
      return { models: within.map(({ model }) => model), typo: false };
    }
    for (const wanted of readings.flat()) {
      const unknown = wanted.words.filter(
        (word) => WORD_WITH_TYPOS.test(word) && !byWord.has(word),
      );
      for (const forgiven of unknown) {
        const models = fitting({ ...wanted, forgiven });
        if (models.length > 0) return { models, typo: true };
      }
    }
    return { models: [], typo: false };
  };
}

/**
 * The readings of a text, the likeliest first, some beside each other: all of its words, and what a
 * family's everyday name stands for; the words of the name in it; these without the day; a family whose
 * name is not yet whole.
 */
function readingsOf(text: string): Wanted[][] {
  return [...new Set([text, ...undecoratedNames(text)])].flatMap((literal) => {
    const words = nameWords(literal);
    const open = /[\p{L}\p{N}]$/u.test(literal) ? words.at(-1) : undefined;
    const meaning = (is: (word: string, name: string) => boolean): Wanted[] =>
      EVERYDAY_NAMES.flatMap(({ word: name, means, without }) =>
        words.some((word) => is(word, name))
          ? [{ words: words.flatMap((word) => (is(word, name) ? means : [word])), without, open }]
          : [],
      );
    const dayless = words.filter((word) => !isDay(word));
    return [
      [{ words, without: [], open }, ...meaning((word, name) => word === name)],
      dayless.length < words.length ? [{ words: dayless, without: [], open }] : [],
      meaning((word, name) => word === open && word !== name && begins(name, word, true)),
    ];
  });
}

/** The best fit of any of a model's names that has all the words. */
function bestFit<Model extends NamedModel>(
  { words: names, makers }: Spellings<Model>,
  wanted: Wanted,
): Fit | undefined {
  const ofMaker = new Set(makers.flat());
  return names
    .flatMap((name): Fit[] => {
      if (wanted.without.some((word) => name.includes(word))) return [];
      const matched = wanted.words.map((word) =>
        name.includes(word) || ofMaker.has(word)
          ? word
          : name.find((own) => fits(own, word, wanted)),
      );
      if (matched.includes(undefined)) return [];
      const begun = matched.filter((own, index) => own !== wanted.words[index]).length;
      const further = name.filter((own) => !matched.includes(own) && !ofMaker.has(own)).length;
      return [{ begun, further }];
    })
    .toSorted(compareFits)[0];
}

/** Whether a name's word is what a word of the text means, begins, or misspells. */
function fits(own: string, word: string, { open, forgiven }: Wanted): boolean {
  if (word === forgiven) return WORD_WITH_TYPOS.test(own) && isOneLetterApart(own, word);
  return begins(own, word, word === open);
}

function ranked<Model extends NamedModel>(fitting: readonly { model: Model; fit: Fit }[]) {
  return fitting
    .toSorted(
      (a, b) =>
        compareFits(a.fit, b.fit) ||
        Number(isLatest(b.model)) - Number(isLatest(a.model)) ||
        versions.compare(b.model.name, a.model.name),
    )
    .map(({ model }) => model);
}

/** Whether OpenRouter has an alias for it: the latest of its family, and what is meant most often. */
function isLatest({ variants }: NamedModel): boolean {
  return variants.some((id) => id.startsWith('~'));
}

function compareFits(a: Fit, b: Fit): number {
  return a.begun - b.begun || a.further - b.further;
}

import { MILLISECONDS_PER_DAY } from './days.ts';
import { EFFORTS } from './everyday-names.ts';
import type { NamedModel } from './model-names.ts';
import { groupedBy, type Spellings, wordsKey } from './model-spellings.ts';
import { isDay, nameWords } from './name-words.ts';
import { hasNeighbouringNumbers, squeezedName } from './squeezed-name.ts';
import { undecoratedNames } from './undecorated-name.ts';

/** A maker's own date of a model comes before the day of its listing by weeks at most. */
const SAME_VERSION_DAYS = 31;

const effortWords = new Set([...EFFORTS.values()].flat());

/**
 * A function that gives the models which a name, in lower case, belongs to. One: it is that model's
 * and cannot be another's. Several: it does not say which. None: it may be of a model that the list
 * does not have, however much it looks like one that it has.
 */
export function certainModels<Model extends NamedModel>(
  spellings: readonly Spellings<Model>[],
): (name: string) => readonly Spellings<Model>[] {
  const byId = groupedBy(spellings, ({ model }) => [model.id.toLowerCase()]);
  const byText = groupedBy(spellings, ({ texts }) => texts);
  const byWords = groupedByWords(spellings, (words) => words);
  const byWordsWithoutDay = groupedByWords(spellings, withoutDay);
  const byWordsOfChat = groupedByWords(spellings, withoutChat);
  const bySqueezed = groupedBy(spellings, ({ names, texts }) =>
    [...names, ...texts].filter((name) => !hasNeighbouringNumbers(name)).map(squeezedName),
  );

  /** Whose name these words are, without the words for a chat model if need be. */
  const named = (words: readonly string[]): readonly Spellings<Model>[] => {
    const key = wordsKey(words);
    const own = byWords.get(key);
    if (own !== undefined) return own;
    const chat = byWordsOfChat.get(key);
    if (chat === undefined) return [];
    // Where the maker has others of these words, the chat model need not be meant.
    const others = spellings.filter(
      ({ maker, words: names }) =>
        chat.some((one) => one.maker === maker) &&
        names.some((name) => words.every((word) => name.includes(word))),
    );
    return distinct([...chat, ...others]);
  };

  /** The same for words with a day that the list does not know, which may be another version's. */
  const namedOnDay = (words: readonly string[]): readonly Spellings<Model>[] => {
    const bare = withoutDay(words);
    const day = words.find(isDay);
    if (bare === undefined || day === undefined) return [];
    const undated = named(bare);
    if (!undated.every((one) => isAbout(day, one))) return [];
    return undated.length === 0
      ? []
      : distinct([...undated, ...(byWordsWithoutDay.get(wordsKey(bare)) ?? [])]);
  };

  /** Whose whole name it is. */
  const whole = (literal: string) =>
    byId.get(literal) ?? byText.get(literal) ?? byWords.get(wordsKey(nameWords(literal))) ?? [];

  /** Whose name it is without what says no more than how the model was asked, or glued together. */
  const partly = (literal: string): readonly Spellings<Model>[] => {
    const words = nameWords(literal);
    const last = words.findLastIndex((word) => !effortWords.has(word));
    for (const some of [words, words.slice(0, last + 1)]) {
      const efforts = words.slice(some.length);
      const known = firstOf([some], [named, namedOnDay]);
      if (known.length > 0 && known.every(({ maker }) => hasEfforts(maker, efforts))) return known;
    }
    const isCertain = !hasNeighbouringNumbers(literal);
    return (isCertain ? bySqueezed.get(squeezedName(literal)) : undefined) ?? [];
  };

  const certain = (name: string): readonly Spellings<Model>[] => {
    // Where the words begin again, another name may stand beside the first: gpt-5, gpt-5-mini.
    const words = nameWords(name);
    const again = words.findIndex((word, at) => words.indexOf(word) < at);
    const one = again > 0 ? certain(words.slice(0, again).join(' ')) : [];
    const other = one.length > 0 ? certain(words.slice(again).join(' ')) : [];
    if (other.length > 0) return distinct([...one, ...other]);
    const literals = undecoratedNames(name);
    const known = firstOf([name, ...literals], [whole]);
    return known.length > 0 ? known : firstOf(literals, [partly]);
  };

  return certain;
}

/** The first that any of the ways knows of the first of the inputs that any knows. */
function firstOf<Input, One>(
  inputs: readonly Input[],
  ways: readonly ((input: Input) => readonly One[])[],
): readonly One[] {
  for (const input of inputs) {
    for (const way of ways) {
      const known = way(input);
      if (known.length > 0) return known;
    }
  }
  return [];
}

/** Models by some words of each of their names, without the maker and with each name of the maker. */
function groupedByWords<Model extends NamedModel>(
  spellings: readonly Spellings<Model>[],
  some: (words: readonly string[]) => readonly string[] | undefined,
) {
  return groupedBy(spellings, ({ words: names, makers }) =>
    names.flatMap((name) => {
      const words = some(name);
      return words === undefined ? [] : [[], ...makers].map((own) => wordsKey([...own, ...words]));
    }),
  );
}

/** The words without the day; undefined where there is none. */
function withoutDay(words: readonly string[]): string[] | undefined {
  const others = words.filter((word) => !isDay(word));
  return others.length < words.length ? others : undefined;
}

/** The words without those that tell the model to talk to from the one that it was made from. */
function withoutChat(words: readonly string[]): string[] | undefined {
  const others = words.filter((word) => word !== 'instruct' && word !== 'it');
  return others.length < words.length ? others : undefined;
}

function hasEfforts(maker: string, efforts: readonly string[]): boolean {
  return efforts.every((word) => EFFORTS.get(maker)?.includes(word));
}

/** Whether a day may be that of this model: it has none, or one of the same weeks. */
function isAbout<Model extends NamedModel>(day: string, { words }: Spellings<Model>): boolean {
  const days = words.flat().filter(isDay);
  return (
    days.length === 0 ||
    days.some((own) => Math.abs(dayNumber(own) - dayNumber(day)) <= SAME_VERSION_DAYS)
  );
}

/** Days since 1970 of a day such as 20250807. */
function dayNumber(day: string): number {
  return Date.parse(day.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3')) / MILLISECONDS_PER_DAY;
}

function distinct<One>(ones: readonly One[]): One[] {
  return [...new Set(ones)];
}

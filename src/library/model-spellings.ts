import { type NamedModel, shortNameOf } from './model-names.ts';
import { nameWords } from './name-words.ts';
import { squeezedName } from './squeezed-name.ts';
import { withoutTerms } from './undecorated-name.ts';

/** All ways in which one model's names are written. */
export interface Spellings<Model extends NamedModel> {
  model: Model;
  /** The maker's part of the id. */
  maker: string;
  /** Whole names as the list has them, lower case. */
  texts: string[];
  /** The same without the maker. */
  names: string[];
  /** The words of each of the names without the maker. */
  words: string[][];
  /** The words of each name that the maker goes by. */
  makers: string[][];
}

/** The spellings of a model. */
export function spellingsOf<Model extends NamedModel>(model: Model): Spellings<Model> {
  const { id, name, makerName, canonicalSlug, huggingFaceId, variants } = model;
  const short = shortNameOf(name);
  const ids = [id, canonicalSlug, huggingFaceId, ...variants].filter((one) => one !== undefined);
  const withoutMaker = [short, ...ids.map((one) => one.slice(one.lastIndexOf('/') + 1))];
  const maker = id.replace(/^~|\/.*/g, '');
  const makers = [
    maker,
    makerName,
    huggingFaceId?.replace(/\/.*/, ''),
    name === short ? undefined : name.slice(0, name.length - short.length),
  ].filter((one) => one !== undefined);
  const names = distinct(withoutMaker.flatMap((one) => [one, withoutTerms(one)]));
  return {
    model,
    maker,
    texts: distinct([name, short, ...ids].flatMap((one) => [one, withoutTerms(one)])),
    names,
    words: names.map(nameWords),
    // x-ai is written xai too.
    makers: distinctWords(makers.flatMap((one) => [nameWords(one), [squeezedName(one)]])),
  };
}

/** Words in any order, each once, as one text. */
export function wordsKey(words: readonly string[]): string {
  return [...new Set(words)].toSorted().join(' ');
}

/** Things by each of their keys, in their order. */
export function groupedBy<One>(ones: readonly One[], keysOf: (one: One) => readonly string[]) {
  const groups = new Map<string, One[]>();
  for (const one of ones) {
    for (const key of new Set(keysOf(one))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  return groups;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim().toLowerCase()))];
}

function distinctWords(lists: readonly string[][]): string[][] {
  return [...new Map(lists.map((words) => [wordsKey(words), words])).values()];
}

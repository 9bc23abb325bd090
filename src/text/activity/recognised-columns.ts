import { bare, COLUMN_NAMES, PARTS, type Part } from './column-names.ts';
import {
  type ColumnUnit,
  holdsCounts,
  IS_NO_COUNT_OF_TOKENS,
  isNoCount,
  LOOKS_LIKE_TOKENS,
  partInWords,
} from './column-words.ts';
import { CONVENTIONS, type Convention, OF_LAST_REQUEST, RUNNING_TOTAL } from './known-exports.ts';
import { NAMES_STATISTIC } from './statistic-column.ts';
import { TRANSLATED_COLUMN_NAMES } from './translated-column-names.ts';

/** Where the parts of a row stand in an export, and what was not taken. */
export interface Columns {
  /** Places in the header; of several that could be the same part the first that is known. */
  at: Readonly<Partial<Record<Part, number>>>;
  /** All columns that name a model, a day and an answer: where the first is empty the next holds. */
  modelsAt: readonly number[];
  daysAt: readonly number[];
  answersAt: readonly number[];
  /** Places of counts that add up to what is written to a cache. */
  cacheWritesAt: readonly number[];
  /** What the numbers of a place are thousands or millions of, where its name says it. */
  unitsAt: ReadonlyMap<number, ColumnUnit>;
  /** The place of what says whether a row's numbers are sums or means; -1 where there is none. */
  statisticAt: number;
  convention: Convention | undefined;
  /** The places of the columns by which it is known. */
  conventionAt: readonly number[];
  /** Whether a column of the fresh input stands beside the input, which is the whole then. */
  isInputWhole: boolean;
  /** Columns that could have been read in the place of one that was. */
  secondary: readonly { part: Part; read: string; notRead: readonly string[] }[];
  /** Places of columns that look like tokens and are not known, or have no name; a first one is an index. */
  unknownAt: readonly number[];
}

/** What each bare name stands for; an earlier name of a part comes before a later one. */
const KNOWN = new Map<string, { part: Part; rank: number }>(
  PARTS.flatMap((part) =>
    [...COLUMN_NAMES[part], ...(TRANSLATED_COLUMN_NAMES[part] ?? [])].map(
      (name, rank) => [bare(name), { part, rank }] as const,
    ),
  ),
);

/** Finds the columns of a header; those of `together` come before others of their kind. */
export function columnsOf(header: readonly string[], together: readonly string[] = []): Columns {
  const isApart = (place: number) => Number(!together.includes(header[place] ?? ''));
  // What is billed leaves out what was computed and is not paid for: Cohere's billed_units.
  const isBilled = (place: number) => Number(/bill(?:ed|able)/i.test(header[place] ?? ''));
  const names = new Set(header);
  const known = header.map((name) =>
    RUNNING_TOTAL.test(name) && names.has(name.replace(RUNNING_TOTAL, OF_LAST_REQUEST))
      ? undefined
      : partOf(name),
  );
  const at: Partial<Record<Part, number>> = {};
  const secondary: Columns['secondary'][number][] = [];
  const placesOf = (part: Part) =>
    known
      .flatMap((found, place) => (found?.part === part ? [{ ...found, place }] : []))
      .toSorted(
        (a, b) =>
          isApart(a.place) - isApart(b.place) ||
          isBilled(a.place) - isBilled(b.place) ||
          a.rank - b.rank ||
          a.around - b.around ||
          a.place - b.place,
      )
      .map(({ place }) => place);
  for (const part of PARTS) {
    const [first, ...others] = placesOf(part);
    if (first === undefined) continue;
    at[part] = first;
    if (others.length > 0 && !['model', 'day', 'answer', 'cacheWritesOf', 'unit'].includes(part)) {
      secondary.push(notRead(part, first, others));
    }
  }
  const { input, freshInput, cached, cacheWrites } = at;
  const convention = conventionOf(header);
  // Beside prices it says what they are for.
  if (header.some((name) => /cost|price|rate|spend|usd|eur|[$€£¥]/i.test(name))) delete at.unit;
  const isInputWhole = input !== undefined && freshInput !== undefined;
  if (isInputWhole && cached !== undefined) {
    // The whole and what was cached tell the rest.
    secondary.push(notRead('input', input, [freshInput]));
    delete at.freshInput;
  }
  return {
    at,
    modelsAt: placesOf('model'),
    daysAt: placesOf('day'),
    answersAt: placesOf('answer'),
    cacheWritesAt: cacheWrites === undefined ? placesOf('cacheWritesOf') : [cacheWrites],
    unitsAt: new Map(
      known.flatMap((found, place) => (found?.unit === undefined ? [] : [[place, found.unit]])),
    ),
    statisticAt: header.findIndex((name) => NAMES_STATISTIC.test(bare(name))),
    convention,
    conventionAt: header.flatMap((name, place) =>
      tailsOf(name).some((tail) => convention?.has.some((one) => bare(one) === bare(tail)))
        ? [place]
        : [],
    ),
    isInputWhole,
    secondary,
    unknownAt: header.flatMap((name, place) =>
      known[place] === undefined && (looksLikeTokens(name) || (name === '' && place > 0))
        ? [place]
        : [],
    ),
  };

  function notRead(part: Part, place: number, others: readonly number[]) {
    const nameAt = (index: number) => header[index] ?? '';
    return { part, read: nameAt(place), notRead: others.map(nameAt) };
  }
}

/** How many kinds of tokens, or objects of them, are there beside a model; none without a model. */
export function recognised({ at, cacheWritesAt }: Columns, header: readonly string[]): number {
  const { model, day, answer, requests, unit, ...tokensAt } = at;
  const objects = header.filter((name) => partOfName(name) === undefined && holdsCounts(name));
  return model === undefined
    ? 0
    : Object.keys(tokensAt).length + cacheWritesAt.length + objects.length;
}

interface KnownName {
  part: Part;
  rank: number;
  /** How many names of objects around it had to be left away. */
  around: number;
  unit?: ColumnUnit | undefined;
}

/** No column is called by more, whatever stands where a header is looked for. */
const LONGEST_NAME = 400;

const seen = new Map<string, KnownName | undefined>();
const MOST_SEEN = 10_000;

/** The part that a name stands for: "usage.output_tokens" for the output. */
export function partOfName(name: string): Part | undefined {
  // The records of one file have the same few names.
  if (seen.size > MOST_SEEN) seen.clear();
  if (!seen.has(name)) seen.set(name, partOf(name));
  return seen.get(name)?.part;
}

function partOf(name: string): KnownName | undefined {
  if (name.length > LONGEST_NAME || isNoCount(name)) return undefined;
  const tails = tailsOf(name);
  for (const [around, tail] of tails.entries()) {
    const known = KNOWN.get(bare(tail));
    if (known !== undefined) return { ...known, around };
  }
  for (const [around, tail] of tails.entries()) {
    const meant = partInWords(tail);
    // Names as makers write them come first.
    if (meant !== undefined) return { ...meant, rank: KNOWN.size, around };
  }
  return undefined;
}

/** A name and what is left of it without the objects around it: `usage.input_tokens` ends in `input_tokens`. */
function tailsOf(name: string): string[] {
  if (name.length > LONGEST_NAME) return [];
  const segments = name.split(/[.:]|__/);
  return segments.map((_, around) => segments.slice(around).join(' '));
}

function conventionOf(header: readonly string[]): Convention | undefined {
  const tails = new Set(header.flatMap((name) => tailsOf(name).map(bare)));
  return CONVENTIONS.find(({ has }) => has.every((name) => tails.has(bare(name))));
}

const TELL_CONVENTION = new Set(CONVENTIONS.flatMap(({ has }) => has.map(bare)));

/** Whether a name is one of those by which a kind of export is known. */
export function tellsConvention(name: string): boolean {
  return tailsOf(name).some((tail) => TELL_CONVENTION.has(bare(tail)));
}

/** Whether a name speaks of tokens, known or not. */
export function looksLikeTokens(name: string): boolean {
  return LOOKS_LIKE_TOKENS.test(name) && !IS_NO_COUNT_OF_TOKENS.test(name) && !isNoCount(name);
}

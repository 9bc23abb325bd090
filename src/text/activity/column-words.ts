import { COLUMN_NAMES, type Part } from './column-names.ts';
import { TRANSLATED_COLUMN_NAMES } from './translated-column-names.ts';

/** A column whose name speaks of tokens, and not of what they cost, take or may be. */
export const LOOKS_LIKE_TOKENS =
  /token|jeton|トークン|eingabe|ausgabe|entrée|sortie|entrada|salida|cach|zwischengespeichert|reason|thought|thinking|audio|image|video|prompt|completion|input|output/i;
export const IS_NO_COUNT_OF_TOKENS =
  /cost|price|kosten|preis|coût|prix|costo|precio|usd|eur|spend|fee|discount|saving|latency|seconds|_ms\b|duration|ttft|first|per[_ ]|rate(?!d)|ratio(?!n)|percent|%|limit|max|budget|key|(?:^|[_. ])(?:id|url|type|kind|name)$/i;

/** Signs of money, shares and rates: "Cached tokens (%)", "prompt_token/s"; PostHog's names begin with $ai_. */
const SIGN_OF_NO_COUNT =
  /[€£¥%]|\$(?!ai_)|\/ ?(?:s|sec|seconds?|min|minutes?|hours?|req|requests?|calls?)\b/i;
/** Words of what holds no counts of a row: limits, prices, means, plans, and other times: "avg:input_tokens". */
const AROUND_NO_COUNT = new RegExp(
  `cost|price|(?:^|[^a-z])(?:${[
    ...['limits?', 'quotas?', 'budgets?', 'max', 'min', 'remaining'],
    ...['avg', 'average', 'mean', 'median', 'std', 'stddev', 'p\\d\\d', 'percentiles?', 'rates?'],
    'per[ _-]?(?:request|call|message|session|second|minute)s?',
    ...[
      'forecast',
      'projected',
      'projection',
      'planned',
      'target',
      'cumulative',
      'previous',
      'prior',
    ],
    '(?:last|previous|prior)[ _-]?(?:period|day|week|month|quarter|year)',
  ].join('|')})(?![a-z])`,
  'i',
);

/** Whether a name is one of tokens but for a sign, or for what stands around it. */
export function isNoCount(name: string): boolean {
  const around = name
    .slice(0, Math.max(0, name.search(/(?:[.:]|__)[^.:]*$/)))
    .replaceAll(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
  return SIGN_OF_NO_COUNT.test(name) || AROUND_NO_COUNT.test(around);
}

/** Whether a name is one of an object of counts: Langfuse's usageDetails. */
export function holdsCounts(name: string): boolean {
  return /usage|token/i.test(name) && !isNoCount(name) && !/cost|price/i.test(name);
}

/**
 * Columns that no list of names can hold: whoever writes a table of their own says "cached prompt tokens",
 * "prompt_tokens_cached" or "Total cached input tokens". Such a name is read by its words, in any order.
 */

/** Parts whose names may be written so; those of a model, a day or a total are too short for it. */
const PARTS_IN_WORDS = [
  'input',
  'freshInput',
  'cached',
  'cacheWrites',
  'output',
  'reasoning',
] as const satisfies readonly Part[];

const TOKEN_WORDS = new Set(['token', 'tokens', 'tok', 'toks']);

/** Words that say nothing of what is counted. */
const FILLERS = new Set([
  ...TOKEN_WORDS,
  ...['billed', 'content', 'count', 'counts', 'detail', 'details', 'from', 'llm', 'n', 'native'],
  ...['ai', 'num', 'number', 'of', 'sum', 'the', 'to', 'total', 'usage', 'used', 'value'],
]);

const MEANS = new Map(
  Object.entries({
    prompt: 'input',
    prompts: 'input',
    inputs: 'input',
    in: 'input',
    request: 'input',
    sent: 'input',
    completion: 'output',
    outputs: 'output',
    out: 'output',
    response: 'output',
    candidates: 'output',
    generated: 'output',
    generation: 'output',
    received: 'output',
    cached: 'cache',
    caching: 'cache',
    reads: 'read',
    hits: 'hit',
    writes: 'write',
    written: 'write',
    create: 'write',
    created: 'write',
    creation: 'write',
    uncached: 'cache not',
    miss: 'not',
    misses: 'not',
    no: 'not',
    non: 'not',
    without: 'not',
    thinking: 'reasoning',
    thought: 'reasoning',
    thoughts: 'reasoning',
  }),
);

/** What a number of tokens is a thousand, a million or a billion of, as it stands behind one. */
export type ColumnUnit = 'k' | 'm' | 'b';

/** Words by which a name says it of its whole column: "Input tokens (M)". */
const UNIT_WORDS: Readonly<Record<ColumnUnit, readonly string[]>> = {
  k: [
    ...['k', '1k', 'thousand', 'thousands', 'ktok', 'ktoks', 'ktokens', '000', '1000', '1000s'],
    ...['x1000', '1e3', 'tsd', 'tausend', 'milliers', 'miles'],
  ],
  m: [
    ...['m', '1m', 'million', 'millions', 'mio', 'mtok', 'mtoks', 'mtokens', '1000000', '1e6'],
    ...['mn', 'millionen', 'millones'],
  ],
  b: ['bn', 'billion', 'billions', '1e9', 'mrd', 'milliarden', 'milliards'],
};
const UNITS = new Map<string, ColumnUnit>(
  (['k', 'm', 'b'] as const).flatMap((unit) =>
    UNIT_WORDS[unit].map((word) => [word, unit] as const),
  ),
);

interface WordsOfName {
  /** What it means, whatever the order of its words. */
  key: string;
  saysTokens: boolean;
  units: readonly ColumnUnit[];
}

function wordsOf(name: string): WordsOfName {
  const words = name
    .replaceAll(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .replaceAll('w/o', 'without')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const units = words.flatMap((word) => UNITS.get(word) ?? []);
  const meant = words
    .filter((word) => !FILLERS.has(word) && !UNITS.has(word))
    .flatMap((word) => (MEANS.get(word) ?? word).split(' '));
  return {
    key: [...new Set(meant)].toSorted().join(' '),
    saysTokens: units.length > 0 || words.some((word) => TOKEN_WORDS.has(word)),
    units,
  };
}

/** What a cell of a column of units says of the row's numbers; undefined where they are tokens, or it is unclear. */
export function unitInWords(cell: string): ColumnUnit | undefined {
  const [unit, ...others] = wordsOf(cell).units;
  return others.length > 0 || /\bper\b|\//.test(cell) ? undefined : unit;
}

/** A note above a table that may say a unit of its numbers. */
export const MAY_SAY_UNIT =
  /\b(?:thousands?|millions?|billions?|tausend|mio|millionen|mrd|milliers|miles|millones)\b|['’x×] ?1?000\b|\bin [km]\b/i;

/** Units of what is no token. */
export const OTHER_THAN_TOKENS =
  /^(?:characters?|chars|images?|pixels?|milliseconds|seconds|minutes)$/i;

/** What the words of all known names stand for; those of two parts for neither. */
const PART_OF_WORDS = new Map<string, Part | undefined>();
for (const part of PARTS_IN_WORDS) {
  for (const name of [...COLUMN_NAMES[part], ...(TRANSLATED_COLUMN_NAMES[part] ?? [])]) {
    const { key } = wordsOf(name);
    const isAnothers = PART_OF_WORDS.has(key) && PART_OF_WORDS.get(key) !== part;
    PART_OF_WORDS.set(key, isAnothers ? undefined : part);
  }
}

/** The part that a name stands for by its words, and the unit of its numbers, where it says one. */
export function partInWords(
  name: string,
): { part: Part; unit: ColumnUnit | undefined } | undefined {
  const { key, saysTokens, units } = wordsOf(name);
  const part = PART_OF_WORDS.get(key);
  // "response" may hold the text itself, and "cache hit" whether there was one; "Prompt Cache Read" counts.
  const counts = saysTokens || /^cache (?!hit).*\binput\b/.test(key);
  return part === undefined || !counts || units.length > 1 ? undefined : { part, unit: units[0] };
}

import { countText } from '../numbers.ts';
import { shortened } from '../shortened.ts';
import { usageWords } from '../token-amount.ts';
import { type ActivityLines, MOST_NAMES_SAID, type NamedTokens } from './activity-lines.ts';
import type { Part } from './column-names.ts';
import { RUNNING_TOTAL } from './known-exports.ts';
import type { PlaceReading } from './place-evidence.ts';
import type { Activity } from './read-activity.ts';
import type { RowCount } from './row-count.ts';
import type { LeftOut, UnreadBeside } from './row-reader.ts';

/** Parts in the order in which they are said. */
const PART_WORDS = [
  ['model', 'model'],
  ['input', 'input'],
  ['freshInput', 'input without cache'],
  ['cached', 'cached input'],
  ['toolInput', 'tool input'],
  ['output', 'output'],
  ['reasoning', 'reasoning'],
  ['requests', 'requests'],
  ['unit', 'their unit'],
] as const satisfies readonly (readonly [Part, string])[];

const LEFT_OUT_WORDS: Readonly<Record<LeftOut, string>> = {
  empty: 'no number of input or output tokens',
  text: 'text in the place of a number',
  negative: 'fewer tokens than none',
  fractional: 'a fraction of a token',
  'too large': 'more tokens than any account has',
  ambiguous:
    'a number such as 4.000 or 4,000 can be 4 or 4000, and no other number of the export shows which',
  'broken quotes': 'quotes that do not pair',
  'cut off': 'cut off',
  'too many cells': 'more cells than the header, as from commas in numbers without quotes',
  total: 'sums of other rows',
  'header again': 'the header again',
  'other header': 'of a table with other columns below the first; read it by itself',
  nothing: 'neither a model nor tokens',
  'no model': 'no model is named',
  'only a total': 'a total alone, which cannot be split into input and output',
  'written again': 'an answer that is counted already, by its id',
  'no tokens': 'counts of something else than tokens, as their unit says',
  'other columns':
    'cached tokens or reasoning in another column than the first, of which nothing says whether they are within the input or output',
  'no sum': 'means, extremes or numbers of samples in the place of sums',
};

/** The same of cells that no token depends on. */
const UNREAD_WORDS: Readonly<Record<UnreadBeside['why'], string>> = {
  ...LEFT_OUT_WORDS,
  negative: 'fewer than none',
  fractional: 'a fraction',
  'too large': 'more than any account has',
  'no day': 'no day of the calendar, or one that is not written as 2026-10-31',
  none: '0, though there are tokens',
};

const MOST_COLUMNS_SAID = 12;
const list = new Intl.ListFormat('en');

/** What was read of an export, as what, and what was left out and why: a sentence each. */
export function activitySentences(activity: Activity, taken: ActivityLines): string[] {
  const cacheWords =
    activity.cacheWrites.length === 0 ? 'Cached tokens' : 'Cached tokens and cache writes';
  return [
    countedSentence(activity, taken),
    columnsSentence(activity),
    activity.kindsFrom === undefined
      ? ''
      : `Each row of the export holds one kind of tokens, as ${shortened(activity.kindsFrom)} says; those that are else alike are one row here.`,
    ...activity.cache.map((reading) => placeSentence(cacheWords, 'input', reading, activity)),
    ...activity.reasoning.map((reading) =>
      placeSentence('Tokens of reasoning', 'output', reading, activity),
    ),
    markSentence(activity),
    ...activity.secondary.map(
      ({ read, notRead }) =>
        `Of columns for the same, ${shortened(read)} is read and not ${someOf(notRead)}.`,
    ),
    activity.instead.length === 0
      ? ''
      : `Where a column is empty, another is read, and brought to how the first counts: ${list.format(activity.instead.slice(0, MOST_COLUMNS_SAID).map(({ read, whereEmpty }) => `${shortened(read)} for ${shortened(whereEmpty)}`))}.`,
    activity.unknown.length === 0
      ? ''
      : `Not read, though the name speaks of tokens: ${someOf(activity.unknown)}.`,
    activity.unnamed.length === 0
      ? ''
      : `Not read, as nothing names it: ${someOf(activity.unnamed.map((place) => `column ${place}`))}. A header of two rows is read by one of them: give each column a name of its own.`,
    activity.unreadObjects.length === 0
      ? ''
      : `Not read, though counts of tokens stand in it and not in a column of their own: ${someOf(activity.unreadObjects)}.`,
    activity.otherTotals.count === 0
      ? ''
      : `In ${rowsText(activity.otherTotals)} ${shortened(activity.columns.total ?? '')} is not the sum of what was read.`,
    activity.repeatedRows.count === 0
      ? ''
      : `Like an earlier row in every cell, and counted all the same: ${rowsText(activity.repeatedRows)}. Take them out where two exports of the same days were put together.`,
    activity.answeredByCache.count === 0
      ? ''
      : `A cache answered ${rowsText(activity.answeredByCache)}, as the export says; counted all the same. Take them out if it was a gateway’s own cache: then no model computed them.`,
    ...activity.unreadBeside.map(
      ({ part, why, rows }) =>
        `${shortened(activity.columns[part] ?? '')} is taken as not known in ${rowsText(rows)}: ${UNREAD_WORDS[why]}.`,
    ),
    activity.unitNote === undefined
      ? ''
      : `Above the header stands “${shortened(activity.unitNote)}”. Numbers are read as they are written, as tokens; a unit is read from the name of a column, as in “Input tokens (thousands)”.`,
    runningTotalSentence(activity),
    partlyCountedSentence(taken.partlyCounted),
    activity.unclosedQuotes === 0
      ? ''
      : `In ${linesText(activity.unclosedQuotes)} quotes do not pair; what stands there is read without them.`,
    ...[...activity.leftOut].map(
      ([why, rows]) => `Left out: ${rowsText(rows)}: ${LEFT_OUT_WORDS[why]}.`,
    ),
    activity.withoutTokens === 0
      ? ''
      : `Left out: ${linesText(activity.withoutTokens)} without tokens.`,
    activity.notJson === 0
      ? ''
      : `Left out: ${linesText(activity.notJson)} of no JSON, as where a file was cut off.`,
    readAsSentence(taken.readAs),
    uncountedSentence('as this release has no estimate under the name', taken.unmatched),
    uncountedSentence('as it holds no more', taken.beyond),
  ].filter((sentence) => sentence !== '');
}

/** The days that an export is of: “2026-07-01 to 2026-09-30”. */
export function periodText({ days }: Activity): string | undefined {
  return days && `${days.first} to ${days.last}`;
}

/** How much of the export is in the total: all rows but those that another sentence says are not. */
function countedSentence(activity: Activity, { lines, unmatched, beyond }: ActivityLines): string {
  const { rows, leftOut } = activity;
  const left = [...leftOut.values()].reduce((sum, { count }) => sum + count, 0);
  const counted = rows - left - unmatched.rows - beyond.rows;
  const days = periodText(activity);
  const period = days === undefined ? '' : `, ${days}`;
  if (lines.length === 0) {
    if (rows === 0) return 'No row below the header: there is no total.';
    const why =
      unmatched.rows > 0 ? ', no model with an estimate' : counted > 0 ? ', no tokens' : '';
    return `None of ${countText(rows)} rows counted${period}${why}: there is no total.`;
  }
  const models = lines.length === 1 ? '1 model' : `${lines.length} models`;
  return `${countText(counted)} of ${countText(rows)} rows counted${period}, ${models}.`;
}

function columnsSentence({ columns, cacheWrites, convention }: Activity): string {
  const read = PART_WORDS.flatMap(([part, words]) => {
    const column = columns[part];
    return column === undefined ? [] : [`${words} from ${shortened(column)}`];
  });
  const written = cacheWrites.length === 0 ? [] : [`cache writes from ${someOf(cacheWrites)}`];
  const known = convention === undefined ? '' : `, as in ${convention}`;
  return `Columns: ${[...read, ...written].join(', ')}${known}.`;
}

/** Where a part was found of its whole. */
function placeSentence(
  part: string,
  whole: string,
  { place, because, rows }: PlaceReading,
  { columns, convention }: Activity,
): string {
  const within = place === 'within' ? `within the ${whole}` : `counted beside the ${whole}`;
  switch (because) {
    case 'documented':
      return `${part} are ${within}, as in ${convention}.`;
    case 'named':
      return `${part} are ${within}, as the names of the columns say.`;
    case 'more':
      return `In ${rowsText(rows)} ${lowerFirst(part)} are more than the ${whole}, so they are counted beside it.`;
    case 'total':
      return `In ${rowsText(rows)} ${lowerFirst(part)} are ${within}, as ${shortened(columns.total ?? '')} shows.`;
    case 'other rows':
      return `The same is taken to hold for ${rowsText(rows)}.`;
    case 'assumed':
      return `Nothing in the export says whether ${lowerFirst(part)} are within the ${whole}; they are taken to be ${within}.`;
  }
}

function markSentence({ marks, leftOut }: Activity): string {
  if (marks?.['.'] === undefined || leftOut.has('ambiguous')) return '';
  const [point, comma] = marks['.'] === 'thousands' ? ['4000', '4'] : ['4', '4000'];
  return `4.000 is read as ${point} and 4,000 as ${comma}, as other numbers of the export show.`;
}

function runningTotalSentence({ columns, rows }: Activity): string {
  const name = [columns.input, columns.output].find((column) => RUNNING_TOTAL.test(column ?? ''));
  return name === undefined || rows < 2
    ? ''
    : `${shortened(name)} is a running total: where several rows are of one session, tokens are counted again in each. Keep the last row of each session.`;
}

function readAsSentence({ first, others }: ActivityLines['readAs']): string {
  if (first.length === 0) return '';
  const named = first.map(({ name, model }) => `${shortened(name)} as ${model}`);
  const more = others === 0 ? '' : `; and ${countText(others)} others`;
  return `Names read as models of the list: ${named.join('; ')}${more}.`;
}

function partlyCountedSentence(models: ActivityLines['partlyCounted']): string {
  if (models.length === 0) return '';
  const said = models
    .slice(0, MOST_NAMES_SAID)
    .map(
      ({ model, counted, rows }) =>
        `${model} (in ${countText(counted)} of ${countText(rows)} rows)`,
    );
  const others = models.length - MOST_NAMES_SAID;
  const more = others > 0 ? `; and ${countText(others)} others` : '';
  return `Requests are known in a part of the rows alone, so these are computed as without requests: ${said.join('; ')}${more}.`;
}

function uncountedSentence(why: string, { named, all, rows }: NamedTokens): string {
  if (named.length === 0) return '';
  const others = named.length - MOST_NAMES_SAID;
  const said = named
    .slice(0, MOST_NAMES_SAID)
    .map(({ name, workload }) => `${shortened(name)} (${usageWords(workload)})`);
  const more =
    others > 0 ? `; and ${countText(others)} others, all together ${usageWords(all)}` : '';
  return `Not in the total: ${countText(rows)} ${rows === 1 ? 'row' : 'rows'}, ${why}: ${said.join('; ')}${more}.`;
}

/** Names of columns, of which there may be very many. */
function someOf(all: readonly string[]): string {
  const names = all.map((name) => shortened(name));
  const others = names.length - MOST_COLUMNS_SAID;
  return others > 0
    ? `${names.slice(0, MOST_COLUMNS_SAID).join(', ')} and ${others} others`
    : list.format(names);
}

/** "2 rows (3 and 9)", "994 rows (7, 8, 9 …)". */
function rowsText({ count, first }: Pick<RowCount, 'count' | 'first'>): string {
  const numbers = count > first.length ? `${first.join(', ')} …` : list.format(first.map(String));
  return `${countText(count)} ${count === 1 ? 'row' : 'rows'} (${numbers})`;
}

function linesText(count: number): string {
  return `${countText(count)} ${count === 1 ? 'line' : 'lines'}`;
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

import type Papa from 'papaparse';
import type { Workload } from '../../estimation/workload.ts';
import { shortened } from '../shortened.ts';
import { type MarksMean, marksOf } from '../written-number.ts';
import type { Part } from './column-names.ts';
import { MAY_SAY_UNIT } from './column-words.ts';
import { csvTable } from './csv-table.ts';
import { type ExportTable, UnreadableActivity } from './export-table.ts';
import { jsonTable, looksLikeJson } from './json-table.ts';
import { withKindsAsColumns } from './long-table.ts';
import { withOpenedCells } from './opened-cells.ts';
import { type ReadInstead, withOtherColumns } from './other-columns.ts';
import type { PlaceReading } from './place-evidence.ts';
import { type Columns, columnsOf } from './recognised-columns.ts';
import type { RowCount } from './row-count.ts';
import type { LeftOut } from './row-reader.ts';
import { type RowsCounted, Tally, type UnreadCells } from './tally.ts';

/** What an export of usage comes to: tokens per model as the export names it, and how it was read. */
export interface Activity {
  byModel: ReadonlyMap<string, Workload>;
  /** How many of the rows that were read are in each of these. */
  rowsByModel: ReadonlyMap<string, number>;
  /** How far the requests of each are counted. */
  requestsByModel: ReadonlyMap<string, RowsCounted>;
  /** Rows that hold anything, read or not. */
  rows: number;
  /** Rows that are not in the sums, by the reason. */
  leftOut: ReadonlyMap<LeftOut, Pick<RowCount, 'count' | 'first'>>;
  /** First and last day of the rows that were read, ISO 8601, where they have one. */
  days: { first: string; last: string } | undefined;
  /** The name of each column that was read. */
  columns: Readonly<Partial<Record<Part, string>>>;
  /** The columns of what was written to a cache. */
  cacheWrites: readonly string[];
  /** The name of the kind of export, where it is known. */
  convention: string | undefined;
  /** Where cached tokens were, of the input, and tokens of reasoning, of the output. */
  cache: readonly PlaceReading[];
  reasoning: readonly PlaceReading[];
  /** What a mark was taken for where that had to be found out. */
  marks: MarksMean | undefined;
  /** Columns that could have been read instead of one that was. */
  secondary: Columns['secondary'];
  /** Columns that were read where another was empty. */
  instead: readonly ReadInstead[];
  /** Columns that look like tokens, hold some, and were not read. */
  unknown: readonly string[];
  /** Columns without a name that hold numbers; the first of the file is 1. */
  unnamed: readonly number[];
  /** Columns that hold counts in objects which were not read. */
  unreadObjects: readonly string[];
  /** The column that names the kind of tokens of each row, where that is in rows of their own. */
  kindsFrom: string | undefined;
  /** Rows whose total is not the sum of what was read. */
  otherTotals: Pick<RowCount, 'count' | 'first'>;
  /** Rows that are like an earlier one, cell by cell. */
  repeatedRows: Pick<RowCount, 'count' | 'first'>;
  /** Rows that say that a cache answered. */
  answeredByCache: Pick<RowCount, 'count' | 'first'>;
  /** Cells of requests and totals that were not read, in rows that were. */
  unreadBeside: readonly UnreadCells[];
  /** A note above the header that may say a unit. */
  unitNote: string | undefined;
  unclosedQuotes: number;
  withoutTokens: number;
  notJson: number;
}

const NOTHING_KNOWN: MarksMean = { '.': undefined, ',': undefined };

/**
 * Reads an export of usage, as values separated by any of the usual characters or as JSON, and adds its
 * tokens up by model. Throws UnreadableActivity where it holds nothing to add up.
 */
export function readActivity(
  parser: typeof Papa,
  text: string,
  onProgress?: (done: number) => void,
): Activity {
  const table = withOtherColumns(
    looksLikeJson(text) ? jsonTable(text) : tableOfCsv(parser, text, onProgress),
  );
  const columns = columnsOf(table.header, table.countsWithin);
  assertComplete(columns, table);
  let marks: MarksMean | undefined;
  let tally = tallied(table, columns, NOTHING_KNOWN);
  if (tally.leftOut.has('ambiguous') || tally.unreadBeside.some(({ why }) => why === 'ambiguous')) {
    marks = marksOf(tally.markProofs);
    if (marks['.'] !== undefined || marks[','] !== undefined) {
      tally = tallied(table, columns, marks);
    }
  }
  const nameAt = (place: number) => table.header[place] ?? '';
  const notRead = columns.unknownAt.filter((place) => tally.holdsSomething.has(place));
  return {
    byModel: tally.byModel(),
    rowsByModel: tally.rowsByModel(),
    requestsByModel: tally.requestsByModel(),
    rows: tally.rows,
    leftOut: tally.leftOut,
    days: tally.days,
    columns: Object.fromEntries(
      Object.entries(columns.at).map(([part, place]) => [part, nameAt(place)]),
    ),
    cacheWrites: columns.cacheWritesAt.map(nameAt),
    convention: columns.convention?.export,
    cache: tally.cache.readings(),
    reasoning: tally.reasoning.readings(),
    marks,
    secondary: columns.secondary,
    instead: table.instead,
    unknown: notRead.map(nameAt).filter((name) => name !== ''),
    unnamed: notRead.filter((place) => nameAt(place) === '').map((place) => place + 1),
    unreadObjects: table.unreadObjects,
    kindsFrom: table.kindsFrom,
    otherTotals: tally.otherTotals,
    repeatedRows: tally.repeatedRows.rows,
    answeredByCache: tally.answeredByCache.rows,
    unreadBeside: tally.unreadBeside,
    unitNote: table.above.find((note) => MAY_SAY_UNIT.test(note)),
    unclosedQuotes: table.unclosedQuotes,
    withoutTokens: table.withoutTokens,
    notJson: table.notJson,
  };
}

function tableOfCsv(parser: typeof Papa, text: string, onProgress?: (done: number) => void) {
  const table = withKindsAsColumns(csvTable(parser, text, onProgress));
  return text.includes('{') ? withOpenedCells(table) : table;
}

function tallied(table: ExportTable, columns: Columns, marks: MarksMean): Tally {
  const tally = new Tally(table.header, columns, marks);
  table.each((row) => tally.add(row));
  tally.leaveRepeatedSumsOut();
  return tally;
}

function assertComplete({ at }: Columns, { header, unreadObjects }: ExportTable): void {
  const missing = [
    at.model === undefined && 'the model',
    at.input === undefined && at.freshInput === undefined && 'the input tokens',
    at.output === undefined && 'the output tokens',
  ].filter((what) => what !== false);
  if (missing.length === 0) return;
  const total = at.total === undefined ? '' : ' A total alone cannot be split.';
  const objects =
    unreadObjects.length === 0
      ? ''
      : ` Counts stand in ${shortened(unreadObjects.join(', '))}, which is not JSON in every row.`;
  throw new UnreadableActivity(
    `There is no column for ${missing.join(' and ')}.${total}${objects} The columns are: ${shortened(header.slice(0, 30).join(', '), 600)}.`,
  );
}

import type Papa from 'papaparse';
import { shortened } from '../shortened.ts';
import { type ExportRow, type ExportTable, UnreadableActivity } from './export-table.ts';
import { mayBeLong } from './long-table.ts';
import { columnsOf, recognised } from './recognised-columns.ts';

/** Titles and notes above the header are not longer than this. */
const MOST_ROWS_BEFORE_HEADER = 40;
const SAMPLE_CHARACTERS = 2 ** 17;
const ROWS_BETWEEN_PROGRESS = 5000;
const DELIMITERS = [',', '\t', ';', '|'] as const;

/**
 * Takes a text of separated values apart. The header is the row that names a model and tokens, below
 * whatever stands above it. Throws UnreadableActivity where there is none.
 */
export function csvTable(
  parser: typeof Papa,
  text: string,
  onProgress: (done: number) => void = () => undefined,
): ExportTable {
  // Papa Parse takes the first kind of line end for that of all.
  const lines = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  const [declaration = '', declared] = /^\s*"?sep=([^\n])"?[^\S\t\n]*\n/i.exec(lines) ?? [];
  const rest = declaration === '' ? lines : lines.slice(declaration.length);
  const rowsBefore = declaration === '' ? 0 : 1;
  const { delimiter, headerIndex, header, above } = findHeader(parser, rest, declared);
  const { body, unclosedQuotes } = withClosedQuotes(
    parser,
    quotesAtDelimiters(rest, delimiter),
    delimiter,
  );

  return {
    header,
    above,
    unclosedQuotes,
    withoutTokens: 0,
    notJson: 0,
    countsWithin: [],
    unreadObjects: [],
    each(visit) {
      let index = -1;
      parser.parse<string[]>(body, {
        delimiter,
        newline: '\n',
        step({ data, errors, meta }) {
          index += 1;
          if (index <= headerIndex) return;
          visit(rowOf(data, index + 1 + rowsBefore, errors.length > 0));
          if (index % ROWS_BETWEEN_PROGRESS === 0) onProgress(meta.cursor / body.length);
        },
      });
    },
  };
}

/** The text without spaces between a delimiter and a quote, which would be letters of the cell else: a, "1,000". */
function quotesAtDelimiters(text: string, delimiter: string): string {
  const written = delimiter.replace(/[|.*+?^${}()[\]\\]/, '\\$&');
  return text.replaceAll(new RegExp(`${written} +(?=")`, 'g'), () => delimiter);
}

function rowOf(cells: readonly string[], number: number, isBroken: boolean): ExportRow {
  if (!isBroken) return { cells, number };
  const breaks = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  return { cells, number, brokenLines: breaks + 1 };
}

function findHeader(parser: typeof Papa, text: string, declared: string | undefined) {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const delimiters = declared === undefined ? DELIMITERS : [declared];
  const rowsOf = (textFor: (delimiter: string) => string) =>
    delimiters.flatMap((delimiter) => headersIn(parser, textFor(delimiter), delimiter));
  const rows = rowsOf(() => sample);
  // A quote that the header itself opens takes all that is below it along.
  const best =
    bestOf(rows) ?? bestOf(rowsOf((delimiter) => withClosedQuotes(parser, sample, delimiter).body));
  if (best !== undefined) return best;
  const [first] = rows.filter(({ header }) => header.some((cell) => cell !== ''));
  throw new UnreadableActivity(
    first === undefined
      ? 'There is nothing to read.'
      : `No row names a model and tokens. The first holds: ${shortened(first.header.join(', '), 300)}.`,
  );
}

/** A row that may be the header, and how many parts it names. */
interface HeaderRow {
  delimiter: string;
  headerIndex: number;
  header: string[];
  above: string[];
  score: number;
}

function headersIn(parser: typeof Papa, sample: string, delimiter: string): HeaderRow[] {
  const { data } = parser.parse<string[]>(sample, {
    delimiter,
    newline: '\n',
    preview: MOST_ROWS_BEFORE_HEADER,
  });
  return data.map((cells, headerIndex) => {
    const header = cells.map((cell) => cell.trim());
    const above = data.slice(0, headerIndex).map((row) => row.join(' ').trim());
    const columns = columnsOf(header);
    const isLong = columns.at.model !== undefined && mayBeLong(header);
    const score = recognised(columns, header) + Number(isLong);
    return { delimiter, headerIndex, header, above, score };
  });
}

/** Of equal ones the first: a header that is repeated further down is a row. */
function bestOf(rows: readonly HeaderRow[]): HeaderRow | undefined {
  return rows.reduce<HeaderRow | undefined>(
    (most, row) => (row.score > (most?.score ?? 0) ? row : most),
    undefined,
  );
}

/**
 * A quote that is opened and not closed would swallow the lines below it. Where one does, lines whose
 * quotes do not pair lose them, so that each line is a row again.
 */
function withClosedQuotes(parser: typeof Papa, text: string, delimiter: string) {
  const lines = text.includes('"') ? text.split('\n') : [];
  const isWhole = lines.every((line) => isClosed(line, delimiter));
  if (isWhole || !swallowsLines(parser, text, delimiter)) return { body: text, unclosedQuotes: 0 };
  let unclosedQuotes = 0;
  const body = lines
    .map((line) => {
      if (isClosed(line, delimiter)) return line;
      unclosedQuotes += 1;
      return line.replaceAll('"', '');
    })
    .join('\n');
  return { body, unclosedQuotes };
}

/** Whether every cell of a line that begins with a quote ends with one. */
function isClosed(line: string, delimiter: string): boolean {
  if (!line.includes('"')) return true;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') {
      let end = line.indexOf('"', at + 1);
      while (end !== -1 && line[end + 1] === '"') end = line.indexOf('"', end + 2);
      if (end === -1) return false;
      at = end + 1;
      while (line[at] === ' ') at += 1;
      if (at < line.length && line[at] !== delimiter) return false;
    } else {
      const next = line.indexOf(delimiter, at);
      if (next === -1) return true;
      at = next;
    }
  }
  return true;
}

/** Whether a faulty quote makes one row of several lines. */
function swallowsLines(parser: typeof Papa, text: string, delimiter: string): boolean {
  let swallows = false;
  parser.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step({ data, errors }, handle) {
      swallows = errors.some(
        ({ code }) => code === 'MissingQuotes' || data.some((cell) => cell.includes('\n')),
      );
      if (swallows) handle.abort();
    },
  });
  return swallows;
}

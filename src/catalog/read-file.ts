import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { parseDocument, type YAMLParseError } from 'yaml';
import type * as z from 'zod';
import { type Problem, problemOf, problemsOf } from './problem.ts';

/** What reading one file gave: its record, or what is wrong with it. */
export interface FileResult<T> {
  data?: T;
  problems: readonly Problem[];
}

/** What reading several files gave, each under a name. */
type FileResults = Readonly<Record<string, FileResult<unknown>>>;

/** All that is wrong with several files. */
export function problemsIn(results: FileResults): Problem[] {
  return Object.values(results).flatMap(({ problems }) => problems);
}

/** Whether each of several files gave its record. */
export function areAllRead<Results extends FileResults>(
  results: Results,
): results is Results & { [Name in keyof Results]: Required<Results[Name]> } {
  return Object.values(results).every(({ data }) => data !== undefined);
}

/** A file, and how many steps of a path name a record in one of its kind; the rest is the field. */
export interface Reading {
  root: string;
  file: string;
  recordDepth: number;
}

/** Reads a YAML file by its schema. Never throws for what the file holds: problems are returned. */
export function readYaml<T>(reading: Reading, schema: z.ZodType<T>): FileResult<T> {
  return readText(reading, (text) => {
    try {
      const document = parseDocument(text, { prettyErrors: true });
      const [first, ...others] = document.errors;
      if (first !== undefined) return failed([wholeFile(reading.file, yamlWords(first, others))]);
      return check(reading, document.toJS(), schema);
    } catch (error) {
      // Nested without end, an alias of nothing or of itself, aliases of aliases.
      return failed([wholeFile(reading.file, `not YAML that can be read: ${messageOf(error)}`)]);
    }
  });
}

/** Reads a JSON file by its schema. */
export function readJson<T>(reading: Reading, schema: z.ZodType<T>): FileResult<T> {
  return readText(reading, (text) => {
    try {
      return check(reading, JSON.parse(text), schema);
    } catch (error) {
      return failed([wholeFile(reading.file, `not JSON: ${messageOf(error)}`)]);
    }
  });
}

/** Reads a CSV file with a header row, one record per row; lines that start with # are for people. */
export function readCsv<T>(reading: Reading, rows: z.ZodType<T>): FileResult<T> {
  return readText(reading, (text) => {
    const { data, errors, meta } = parseCsv<unknown>(text);
    const recordOf = (row: number) => rowName(row, data[row]);
    if (errors.length > 0) {
      return failed(
        errors.map(({ row, message }) => ({
          file: reading.file,
          record: row === undefined ? '' : recordOf(row),
          field: '',
          message,
        })),
      );
    }
    const result = rows.safeParse(data);
    if (result.success) return { data: result.data, problems: [] };
    const { issues } = result.error;
    const { missing, unknown } = columnFaults(meta.fields ?? [], issues);
    return failed([
      ...wrongColumns('missing', missing),
      ...wrongColumns('that are not asked for', unknown),
      ...issues
        .filter(({ code, path }) => code !== 'unrecognized_keys' && !missing.has(String(path[1])))
        .map((issue) => ({
          ...problemOf(reading.file, data, issue, 1),
          record: issue.path.length === 0 ? '' : recordOf(Number(issue.path[0])),
        })),
    ]);
  });

  function wrongColumns(wrong: string, columns: ReadonlySet<string>): Problem[] {
    if (columns.size === 0) return [];
    return [wholeFile(reading.file, `columns ${wrong}: ${[...columns].join(', ')}`)];
  }
}

/** What is wrong with the header of a table, which each of its rows suffers from. */
function columnFaults(columns: readonly string[], issues: readonly z.core.$ZodIssue[]) {
  const fields = issues.flatMap(({ path: [, field] }) =>
    field === undefined ? [] : String(field),
  );
  return {
    missing: new Set(fields.filter((field) => !columns.includes(field))),
    unknown: new Set(issues.flatMap((issue) => ('keys' in issue ? issue.keys : []))),
  };
}

/**
 * The cells of a table by the names of its columns. A file may end its lines in both ways, as where
 * somebody went on under Windows: a parser that takes the first one for all would read the other as text.
 */
export function parseCsv<Row>(text: string): Papa.ParseResult<Row> {
  return Papa.parse<Row>(text.replaceAll('\r\n', '\n'), {
    header: true,
    skipEmptyLines: true,
    comments: '#',
  });
}

/** A row as people find it: its number below the header, and what stands in its first column. */
function rowName(row: number, record: unknown): string {
  const [first] = typeof record === 'object' && record !== null ? Object.values(record) : [];
  return typeof first === 'string' && first !== '' ? `row ${row + 1} (${first})` : `row ${row + 1}`;
}

/** The first thing that is wrong with a YAML file: most of what comes after follows from it. */
function yamlWords(first: YAMLParseError, others: readonly YAMLParseError[]): string {
  const remedy = first.code === 'TAB_AS_INDENT' ? 'indent with spaces. ' : '';
  const place = others.length === 0 ? '' : `the first of ${others.length + 1} errors: `;
  return `${remedy}${place}${first.message}`;
}

function readText<T>(reading: Reading, parse: (text: string) => FileResult<T>): FileResult<T> {
  let text: string;
  try {
    const bytes = readFileSync(path.resolve(reading.root, reading.file));
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const why = error instanceof TypeError ? 'it is not in UTF-8, save it so' : messageOf(error);
    return failed([wholeFile(reading.file, `cannot be read: ${why}`)]);
  }
  // A record of this name would be lost without a word.
  return PROTO_NAME.test(text)
    ? failed([
        wholeFile(reading.file, 'a record or field is named __proto__; expected another name'),
      ])
    : parse(text);
}

const PROTO_NAME = /(?:^|["'\s{,])__proto__["']?\s*:/;

function check<T>(
  { file, recordDepth }: Reading,
  input: unknown,
  schema: z.ZodType<T>,
): FileResult<T> {
  const result = schema.safeParse(input);
  return result.success
    ? { data: result.data, problems: [] }
    : failed(problemsOf(file, input, result.error, recordDepth));
}

function failed(problems: readonly Problem[]): FileResult<never> {
  return { problems };
}

function wholeFile(file: string, message: string): Problem {
  return { file, record: '', field: '', message };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import type * as z from 'zod';
import { issueWords } from './issue-words.ts';

/** One thing that is wrong with the data, in words that say where and what to do. */
export interface Problem {
  /** Path from the project's root. */
  file: string;
  /** The record in the file, such as a model's slug; empty where the file as a whole is meant. */
  record: string;
  /** Field within the record, dotted. */
  field: string;
  /** What is wrong, with the value found and what was expected. */
  message: string;
}

/** One line for a person: file, record, field and what to do. */
export function problemLine({ file, record, field, message }: Problem): string {
  return [file, record, field]
    .filter((part) => part !== '')
    .join(' › ')
    .concat(`: ${message}`);
}

/** Thrown with every problem found, never with the first alone. */
export class DataProblems extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the data:\n${problems
        .map((problem) => `  ${problemLine(problem)}`)
        .join('\n')}`,
    );
    this.name = 'DataProblems';
    this.problems = problems;
  }
}

/** Turns a zod error into problems, one per issue, as `problemOf` does. */
export function problemsOf(
  file: string,
  input: unknown,
  error: z.ZodError,
  recordDepth: number,
): Problem[] {
  return error.issues.map((issue) => problemOf(file, input, issue, recordDepth));
}

/**
 * Turns an issue of a schema into a problem, with the value that was found. The first `recordDepth` steps
 * of its path lead to the record, the rest to the field.
 */
export function problemOf(
  file: string,
  input: unknown,
  issue: z.core.$ZodIssue,
  recordDepth: number,
): Problem {
  const path = issue.path.map(String);
  const found = valueAt(input, path);
  return {
    file,
    record: recordName(input, path.slice(0, recordDepth)),
    field: path.slice(recordDepth).join('.'),
    message:
      found === undefined
        ? `missing; ${issueWords(issue)}`
        : `${issueWords(issue)}; found ${excerpt(found)}`,
  };
}

/**
 * What a record is called, by the steps that lead to it: the last of them, as the checks of all data say;
 * an entry of a list goes by its own id or slug, where it has one.
 */
function recordName(input: unknown, steps: readonly string[]): string {
  const [list, record] = [steps.slice(0, -1), steps].map((path) => valueAt(input, path));
  if (Array.isArray(list) && isIndexable(record)) {
    const name = record.id ?? record.slug;
    return typeof name === 'string' && name !== '' ? name : steps.join('.');
  }
  return steps.at(-1) ?? '';
}

function valueAt(input: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isIndexable(value) ? value[key] : undefined), input);
}

const LONGEST_EXCERPT = 200;

/** A value as JSON, cut where it is longer than anybody reads. */
export function excerpt(value: unknown): string {
  const text = jsonOf(value);
  return text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT)} ...` : text;
}

function jsonOf(value: unknown): string {
  // JSON has no word for .nan and .inf, which YAML knows.
  if (typeof value === 'number') return String(value);
  try {
    return JSON.stringify(value) ?? 'nothing';
  } catch (error) {
    // The stack ends before the nesting does.
    if (error instanceof RangeError) return 'something nested too deeply to be shown';
    // YAML may hold what stands within itself.
    if (error instanceof TypeError) return 'something that cannot be written as JSON';
    throw error;
  }
}

function isIndexable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

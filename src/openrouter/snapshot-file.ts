import { readFile } from 'node:fs/promises';
import stringify from 'json-stringify-pretty-compact';
import type * as z from 'zod';
import { problemLine, problemsOf } from '../catalog/problem.ts';
import { plainText } from './plain-text.ts';
import { messageOf, Refused } from './refused.ts';

const LINE_WIDTH = 100;

/** A snapshot as it is on disk. */
export interface Stored<Snapshot> {
  text: string;
  snapshot: Snapshot;
}

/** Reads a snapshot; undefined where there is none. Throws Refused where it is not as expected. */
export async function readSnapshot<Snapshot>(
  path: string,
  schema: z.ZodType<Snapshot>,
): Promise<Stored<Snapshot> | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw new Refused(path, `the snapshot on disk cannot be read (${messageOf(error)})`);
  }
  try {
    return { text, snapshot: checked(path, schema, JSON.parse(text)) };
  } catch (error) {
    throw new Refused(
      path,
      `the snapshot on disk is not as expected, so nothing can be compared with it (${plainText(messageOf(error), 400)}). Restore it, or delete it to begin anew.`,
    );
  }
}

/** The text of a snapshot: keys in the schema's order, short records on one line. Throws Refused. */
export function snapshotText<Snapshot>(
  path: string,
  schema: z.ZodType<Snapshot>,
  snapshot: Snapshot,
): string {
  return `${stringify(checked(path, schema, snapshot), { maxLength: LINE_WIDTH, indent: 1 })}\n`;
}

function checked<Snapshot>(path: string, schema: z.ZodType<Snapshot>, input: unknown): Snapshot {
  const result = schema.safeParse(input);
  if (!result.success) {
    const problems = problemsOf(path, input, result.error, 2);
    throw new Refused(path, problems.map(problemLine).join('; '));
  }
  return result.data;
}

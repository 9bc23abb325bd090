import type * as z from 'zod';
import { Refused } from './refused.ts';
import type { FileOutcome, PullReport } from './report.ts';
import { readSnapshot, snapshotText } from './snapshot-file.ts';

/** What one of the lists comes to: a file ready to be put in place, or left alone. */
export interface Part<List> {
  file: FileOutcome;
  /** Absent where the file stays as it is. */
  newText?: string;
  /** Absent where the list was refused or kept. */
  list?: List;
  report: Partial<PullReport>;
}

/** A list that was read and translated, or the reason why the old one is kept. */
export type Pulled<List> =
  | { list: List; message: string; report: Partial<PullReport> }
  | { keptBecause: string };

/** Reads one list and makes its file ready, without writing it. Throws only defects of this program. */
export async function partOf<List>(
  path: string,
  schema: z.ZodType<List>,
  read: (old: List | undefined) => Promise<Pulled<List>>,
): Promise<Part<List>> {
  try {
    const stored = await readSnapshot(path, schema);
    const pulled = await read(stored?.snapshot);
    if ('keptBecause' in pulled) {
      return { file: { path, outcome: 'kept', message: pulled.keptBecause }, report: {} };
    }
    const { list, message, report } = pulled;
    const newText = snapshotText(path, schema, list);
    return newText === stored?.text
      ? { file: { path, outcome: 'unchanged', message }, list, report }
      : { file: { path, outcome: 'written', message }, list, report, newText };
  } catch (error) {
    return refusedPart(path, error);
  }
}

/** The same part where its file could not be written. */
export function unwritten(part: Part<unknown>, why: Refused): Part<unknown> {
  return part.newText === undefined ? part : refusedPart(part.file.path, why);
}

function refusedPart(path: string, error: unknown): Part<never> {
  if (error instanceof Refused) {
    return { file: { path, outcome: 'refused', message: error.message }, report: {} };
  }
  throw error;
}

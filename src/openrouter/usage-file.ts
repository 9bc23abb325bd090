import { numberCell, readRows } from './csv.ts';
import { newest, textOf } from './dated-file.ts';
import type { ForeignList, NotOffered } from './openrouter-source.ts';

/** Tokens and requests of one week, per model and variant. */
const NAME = 'usage-week';
const COUNTS = ['requests', 'prompt_tokens', 'completion_tokens'] as const;
const COLUMNS = ['canonical_slug', 'variant', ...COUNTS];

/**
 * The records of usage-week-YYYY-MM-DD.csv; the day is the last of its week. Throws Refused where
 * the file cannot be read or lacks a column.
 */
export async function readUsageFile(directory: string): Promise<ForeignList | NotOffered> {
  const file = await newest(directory, NAME, ['csv']);
  if (file === undefined) {
    return { notOffered: `no ${NAME}-YYYY-MM-DD.csv in ${directory}` };
  }
  const records = readRows(file.path, await textOf(file.path), COLUMNS).map((row) => ({
    canonical_slug: row.get('canonical_slug'),
    variant: row.get('variant'),
    ...Object.fromEntries(COUNTS.map((column) => [column, numberCell(row, column)])),
  }));
  return { address: file.path, retrieved: file.day, records };
}

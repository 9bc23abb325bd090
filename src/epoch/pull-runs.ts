import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { issueWords } from '../catalog/issue-words.ts';
import { RunRow, RunRows } from '../catalog/training-run.ts';
import { writeAtomically } from '../catalog/write-atomically.ts';
import { MILLISECONDS_PER_DAY } from '../library/days.ts';
import type { Client } from '../openrouter/client.ts';
import { Refused } from '../openrouter/refused.ts';
import { EpochRow, isKept, RUN_COLUMNS, type RunText, translateRow } from './epoch-row.ts';
import { runId } from './run-id.ts';

/** Path of the table of all models on Epoch AI's server. */
export const EPOCH_TABLE = '/data/all_ai_models.csv';

/** What a pull did, for a person to read. */
export interface RunsReport {
  rows: number;
  added: readonly string[];
  changed: readonly string[];
  /** Runs of the file that the table no longer has; they stay. */
  gone: readonly string[];
  /** Rows and cells that could not be read. */
  unread: readonly string[];
}

/** A table that lacks more of the known runs is taken for another table, or for a part. */
const LARGEST_LOSS = 0.2;

/**
 * Brings a file of runs up to date with Epoch AI's table: new runs are added, changed cells replaced;
 * a cell that the table leaves empty keeps what an earlier copy said, and ids stay. Throws Refused where
 * the table cannot be read or lost more than a fifth of the runs; the file is then as it was.
 */
export async function pullRuns({
  client,
  baseUrl,
  file,
  today,
}: {
  client: Client;
  baseUrl: URL;
  file: string;
  today: string;
}): Promise<RunsReport> {
  const address = new URL(EPOCH_TABLE, baseUrl);
  const unread: string[] = [];
  const table = readTable(await client.text(address), address.href, today, unread);
  const known = await knownRows(file);
  const { rows, ...changes } = merge(known, table);
  if (changes.gone.length > LARGEST_LOSS * known.length) {
    throw new Refused(
      address.href,
      `lacks ${changes.gone.length} of the ${known.length} known runs, such as ${changes.gone.slice(0, 3).join(', ')}; expected the table of all models`,
    );
  }
  const text = Papa.unparse(rows, { columns: [...RUN_COLUMNS], newline: '\n' });
  const checked = RunRows.safeParse(Papa.parse(text, { header: true }).data);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new Refused(
      address.href,
      `row ${rows[Number(issue?.path[0])]?.name ?? ''}, ${String(issue?.path[1])}: ${issue && issueWords(issue)}`,
    );
  }
  await writeAtomically(file, `${headOf(today)}${text}\n`);
  return { rows: rows.length, ...changes, unread };
}

type NewRun = Omit<RunText, 'id'>;

function readTable(text: string, address: string, today: string, unread: string[]): NewRun[] {
  const { data } = Papa.parse<unknown>(text, { header: true, skipEmptyLines: true });
  const runs = data.flatMap((row, at): NewRun[] => {
    const parsed = EpochRow.safeParse(row);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      unread.push(`row ${at + 1}: ${String(issue?.path[0])}: ${issue && issueWords(issue)}`);
      return [];
    }
    const run = translateRow(parsed.data, (problem) => unread.push(problem));
    const kept = asRun(run, today, unread);
    return kept === undefined ? [] : [kept];
  });
  if (runs.length === 0) {
    throw new Refused(
      address,
      `no run could be read (${unread[0] ?? 'it has no rows'}); expected Epoch AI's CSV table with the columns Model, Organization, Publication date ...`,
    );
  }
  return runs;
}

const NewRunRow = RunRow.omit({ id: true });
/** Without them nobody knows which run a row is of. */
const NEEDED: ReadonlySet<PropertyKey> = new Set(['name', 'makers', 'published']);

/**
 * A run as the file has them: a cell that does not fit is left empty and told of; without a name, a maker
 * or a day that has come, the run is.
 */
function asRun(run: NewRun, today: string, unread: string[]): NewRun | undefined {
  if (run.published > dayAfter(today)) {
    unread.push(`${run.name}: published on ${run.published}, which is to come; it is left out`);
    return undefined;
  }
  const issues = NewRunRow.safeParse(run).error?.issues ?? [];
  let isLeftOut = false;
  const read = { ...run };
  for (const column of RUN_COLUMNS) {
    if (column === 'id') continue;
    const issue = issues.find(({ path }) => path[0] === column);
    if (issue === undefined) continue;
    const what = NEEDED.has(column) ? 'the run is left out' : 'it is left empty';
    isLeftOut ||= NEEDED.has(column);
    unread.push(
      `${run.name}: ${column} is ${JSON.stringify(run[column])} (${issue.message}); ${what}`,
    );
    read[column] = '';
  }
  return isLeftOut ? undefined : read;
}

/** Where the day begins earlier than here, it may be tomorrow. */
function dayAfter(day: string): string {
  return new Date(Date.parse(day) + MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

async function knownRows(file: string): Promise<RunText[]> {
  const text = await readFile(file, 'utf8');
  return Papa.parse<RunText>(text, { header: true, comments: '#', skipEmptyLines: true }).data;
}

function merge(known: readonly RunText[], table: readonly NewRun[]) {
  const taken = new Set(known.map(({ id }) => id));
  // Two runs may bear one name: each row is of another one.
  const byName = Map.groupBy(known, ({ name }) => name);
  const names = new Set(table.map(({ name }) => name));
  const added: string[] = [];
  const changed: string[] = [];
  const fresh = table.flatMap((run): RunText[] => {
    const namesakes = byName.get(run.name) ?? [];
    const before = namesakes.find(({ published }) => published === run.published) ?? namesakes[0];
    byName.set(
      run.name,
      namesakes.filter((each) => each !== before),
    );
    if (before === undefined) {
      if (!isKept(run)) return [];
      const id = runId(run.name, run.makers.split(';')[0] ?? '', taken);
      taken.add(id);
      added.push(run.name);
      return [{ id, ...run }];
    }
    const after = { ...before };
    for (const column of RUN_COLUMNS) {
      if (column !== 'id' && run[column] !== '') after[column] = run[column];
    }
    if (RUN_COLUMNS.some((column) => after[column] !== before[column])) changed.push(run.name);
    return [after];
  });
  const gone = known.filter(({ name }) => !names.has(name));
  const rows = [...fresh, ...gone].toSorted(
    (a, b) => b.published.localeCompare(a.published) || (a.id < b.id ? -1 : 1),
  );
  return { rows, added, changed, gone: gone.map(({ name }) => name) };
}

function headOf(today: string): string {
  return `# Training runs of Epoch AI, "Data on AI Models", https://epoch.ai/data/ai-models, CC BY 4.0, as of ${today}.
# Written by npm run pull:training alone. A selection: runs since 2012 with operations or hours, and language models
# since 2022. Lists are parted by semicolons; flop_from and hardware are in Epoch's words, empty is unknown.
`;
}

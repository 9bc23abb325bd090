import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import Papa from 'papaparse';
import * as z from 'zod';
import { CONTRIBUTED_FILE, ContributedRow } from '../src/catalog/measurement.ts';
import { DataProblems } from '../src/catalog/problem.ts';
import { parseCsv, readCsv } from '../src/catalog/read-file.ts';
import { type Answers, type Question, runAsking } from './adding/ask.ts';
import { sourceQuestions, sourceTexts } from './adding/source-questions.ts';
import { writeChecked } from './adding/write-checked.ts';
import { Unusable } from './command.ts';

const COLUMNS = Object.keys(ContributedRow.shape);

/** Of runs that are added the source is asked. */
const OwnRow = ContributedRow.omit({ source: true });

const INTRO = `Adds measured runs to ${CONTRIBUTED_FILE}, checks all data with them, and leaves them as they were where
they would not be sound. data/measurements/README.md says what is measured how, in which units.

  npm run add-measurement [-- --from runs.csv --source KEY …]

runs.csv has a row for each run and these columns, in any order; the source is asked:
${Object.keys(OwnRow.shape).join(', ')}`;

const QUESTIONS: readonly Question[] = [
  {
    name: 'from',
    asks: 'A CSV file with the runs; --help says its columns',
    wrong: (file) => (existsSync(file) ? undefined : 'there is no such file'),
  },
  ...sourceQuestions().filter(({ name }) => name !== 'how'),
];

await runAsking('add-measurement', QUESTIONS, INTRO, add);

async function add(answers: Answers): Promise<void> {
  const [from = '', source = ''] = [answers.get('from'), answers.get('source')];
  const added = soundRuns(from, OwnRow).map((row): Row => ({ ...row, source }));
  const before = existsSync(CONTRIBUTED_FILE) ? soundRuns(CONTRIBUTED_FILE, ContributedRow) : [];
  const rows = [...before, ...added].toSorted((a, b) =>
    (a.configuration ?? '') < (b.configuration ?? '') ? -1 : 1,
  );
  const text = `${Papa.unparse(rows, { columns: COLUMNS, newline: '\n' })}\n`;
  const texts = new Map([[CONTRIBUTED_FILE, text], ...sourceTexts(answers)]);
  await writeRuns(texts, { from, runs: added });
  console.log(
    `Written: ${added.length} of now ${rows.length} runs in ${CONTRIBUTED_FILE}. All data are sound.
Next: npm run calibrate and npm run calibrate:price fit to them, too, and say what has to follow;
/methodology/validation/ then shows them.`,
  );
}

type Row = Readonly<Record<string, string>>;

/** The runs of a file as its cells have them. Throws Unusable where there is none, DataProblems for what is wrong. */
function soundRuns(file: string, row: z.ZodObject): Row[] {
  const { problems } = readCsv({ root: process.cwd(), file, recordDepth: 1 }, z.array(row));
  if (problems.length > 0) throw new DataProblems(problems);
  const { data } = parseCsv<Row>(readFileSync(file, 'utf8'));
  if (data.length === 0) throw new Unusable(`${file}: holds no run`);
  return data;
}

/**
 * Writes what was made of a file, and says of its runs where they stand there: what is wrong with them is to
 * be mended in that file, since nothing of it stays in the other.
 */
async function writeRuns(
  texts: ReadonlyMap<string, string>,
  { from, runs }: { from: string; runs: readonly Row[] },
): Promise<void> {
  try {
    await writeChecked(texts);
  } catch (error) {
    if (!(error instanceof DataProblems)) throw error;
    const own = new Set(runs.map(({ configuration }) => configuration));
    throw new DataProblems(
      error.problems.map((problem) =>
        problem.file === CONTRIBUTED_FILE && own.has(problem.record)
          ? { ...problem, file: from }
          : problem,
      ),
    );
  }
}

import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import Papa from 'papaparse';
import * as z from 'zod';
import { CONTRIBUTED_FILE, ContributedRow } from '../src/catalog/measurement.ts';
import { DataProblems } from '../src/catalog/problem.ts';
import { readCsv } from '../src/catalog/read-file.ts';
import { type Answers, type Question, withAnswers } from './adding/ask.ts';
import { sourceQuestions, sourceTexts } from './adding/source-questions.ts';
import { writeChecked } from './adding/write-checked.ts';
import { runCommand, Unusable } from './command.ts';

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

await runCommand('add-measurement', () => withAnswers('add-measurement', QUESTIONS, INTRO, add));

async function add(answers: Answers): Promise<void> {
  const [from = '', source = ''] = [answers.get('from'), answers.get('source')];
  const added = soundRuns(from, OwnRow).map((row): Row => ({ ...row, source }));
  const before = existsSync(CONTRIBUTED_FILE) ? soundRuns(CONTRIBUTED_FILE, ContributedRow) : [];
  const rows = [...before, ...added].toSorted((a, b) =>
    (a.configuration ?? '') < (b.configuration ?? '') ? -1 : 1,
  );
  const text = `${Papa.unparse(rows, { columns: COLUMNS, newline: '\n' })}\n`;
  await writeChecked(new Map([[CONTRIBUTED_FILE, text], ...sourceTexts(answers)]));
  console.log(
    `Written: ${added.length} of now ${rows.length} runs in ${CONTRIBUTED_FILE}. All data are sound.
Next: npm run calibrate and npm run calibrate:price fit to them, too, and say what has to follow;
/methodology/validation/ then shows them.`,
  );
}

type Row = Readonly<Record<string, string>>;

/** The runs of a file as its cells have them. Throws Unusable for its columns, DataProblems for its rows. */
function soundRuns(file: string, row: z.ZodObject): Row[] {
  const { data, meta } = Papa.parse<Row>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
    comments: '#',
  });
  const expected = Object.keys(row.shape);
  const columns = meta.fields ?? [];
  const missing = expected.filter((column) => !columns.includes(column));
  const unknown = columns.filter((column) => !expected.includes(column));
  const wrong = [
    ...(missing.length > 0 ? [`columns missing: ${missing.join(', ')}`] : []),
    ...(unknown.length > 0 ? [`columns that are not asked for: ${unknown.join(', ')}`] : []),
  ];
  if (wrong.length > 0) throw new Unusable(`${file}: ${wrong.join('; ')}`);
  if (data.length === 0) throw new Unusable(`${file}: holds no run`);
  const { problems } = readCsv({ root: process.cwd(), file, recordDepth: 1 }, z.array(row));
  if (problems.length > 0) throw new DataProblems(problems);
  return data;
}

import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { CONTRIBUTED_FILE, ContributedRow } from '../src/catalog/measurement.ts';
import { type Answers, type Question, withAnswers } from './adding/ask.ts';
import { sourceQuestions, sourceTexts } from './adding/source-questions.ts';
import { writeChecked } from './adding/write-checked.ts';
import { runCommand, Unusable } from './command.ts';

const COLUMNS = Object.keys(ContributedRow.shape);

const INTRO = `Adds measured runs to ${CONTRIBUTED_FILE}, checks all data with them, and leaves them as they were where
they would not be sound. data/measurements/README.md says what is measured how, in which units.

  npm run add-measurement [-- --from runs.csv --source KEY …]

runs.csv has a row for each run and these columns, in any order, but for source, which is asked:
${COLUMNS.join(', ')}`;

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
  const added = rowsIn(from).map((row): Row => ({ ...row, source }));
  if (added.length === 0) throw new Unusable(`${from}: holds no run`);
  const before = existsSync(CONTRIBUTED_FILE) ? rowsIn(CONTRIBUTED_FILE) : [];
  const rows = [...before, ...added].toSorted((a, b) =>
    (a.configuration ?? '') < (b.configuration ?? '') ? -1 : 1,
  );
  const text = `${Papa.unparse(rows, { columns: COLUMNS, newline: '\n' })}\n`;
  await writeChecked(new Map([[CONTRIBUTED_FILE, text], ...sourceTexts(answers)]));
  console.log(
    `Written: ${added.length} of now ${rows.length} runs in ${CONTRIBUTED_FILE}. All data are sound.
Fit to them, too: npm run calibrate, npm run calibrate:price. Then /methodology/validation/ shows them.`,
  );
}

type Row = Readonly<Record<string, string>>;

function rowsIn(file: string): Row[] {
  const { data, errors } = Papa.parse<Row>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
    comments: '#',
  });
  const [error] = errors;
  if (error !== undefined)
    throw new Unusable(`${file}, row ${(error.row ?? 0) + 1}: ${error.message}`);
  return data;
}

import process from 'node:process';
import { parseArgs } from 'node:util';
import { isCancel, select, text } from '@clack/prompts';
import type * as z from 'zod';
import { issueWords } from '../../src/catalog/issue-words.ts';
import { runCommand, Unusable } from '../command.ts';

/** One thing that a contributor says: at the terminal, or by an option of this name. */
export interface Question {
  name: string;
  /** What is asked, with an example. */
  asks: string;
  /** Whether it may be left out. */
  optional?: boolean;
  /** The answers that there are, where there are few. */
  choices?: readonly string[];
  /** What is wrong with an answer, beside those before it; undefined where nothing is. */
  wrong?: (answer: string, before: Answers) => string | undefined;
  /** Whether it has to be asked at all, from what was answered before. */
  needed?: (answers: Answers) => boolean;
  /** Whether it may be given where it need not be asked: of a source that is there already. */
  spare?: boolean;
}

/** Answers by the names of their questions; what was left out is not there. */
export type Answers = ReadonlyMap<string, string>;

/** What a schema finds wrong with an answer, as a number where it is one. */
export function bySchema(
  schema: z.ZodType,
  read: (answer: string) => unknown = (answer) => answer,
): (answer: string) => string | undefined {
  return (answer) => {
    const issue = schema.safeParse(read(answer)).error?.issues[0];
    return issue && issueWords(issue);
  };
}

/**
 * Runs a command that asks, and does with the answers what is to be done with them. Where that fails after
 * somebody has answered at a terminal, says how to go on without answering all of it again.
 */
export function runAsking(
  command: string,
  questions: readonly Question[],
  intro: string,
  act: (answers: Answers) => Promise<void>,
): Promise<void> {
  const help = [intro, '', ...questions.map(helpLine)].join('\n');
  return runCommand(command, help, async () => actOn(await answersTo(questions), command, act));
}

async function actOn(
  answers: Answers,
  command: string,
  act: (answers: Answers) => Promise<void>,
): Promise<void> {
  try {
    await act(answers);
  } catch (error) {
    if (isTerminal()) {
      const options = [...answers].map(([name, answer]) => `--${name} ${quoted(answer)}`);
      console.error(
        `Nothing is written. To go on with what you answered, correct it here:\n\n  npm run ${command} -- ${options.join(' ')}\n`,
      );
    }
    throw error;
  }
}

function isTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** As a shell takes it for one word. */
function quoted(answer: string): string {
  return /^[\w./:@-]+$/.test(answer) ? answer : `'${answer.replaceAll("'", "'\\''")}'`;
}

/**
 * The answers: from the options of the command line, and where somebody sits at a terminal, of what is
 * missing there from asking. Throws Unusable with all that is wrong or missing.
 */
async function answersTo(questions: readonly Question[]): Promise<Answers> {
  const { values } = parseArgs({
    options: Object.fromEntries(questions.map(({ name }) => [name, { type: 'string' as const }])),
  });
  const said = new Map<string, unknown>(Object.entries(values));
  const isAsked = isTerminal();
  const answers = new Map<string, string>();
  const problems: string[] = [];
  for (const question of questions) {
    const { name, spare = false } = question;
    const given = said.get(name);
    if (question.needed?.(answers) === false) {
      // Left out of the record in silence, it would be missed there later.
      if (given !== undefined && !spare) {
        problems.push(
          `--${name} is “${given}”: has no place beside the other answers, leave it out`,
        );
      }
      continue;
    }
    const answer =
      typeof given === 'string' ? given : isAsked ? await asked(question, answers) : '';
    const wrong = problemWith(question, answer, answers);
    if (wrong !== undefined)
      problems.push(`--${name}${answer === '' ? '' : ` is “${answer}”`}: ${wrong}`);
    else if (answer.trim() !== '') answers.set(name, answer.trim());
  }
  if (problems.length > 0) throw new Unusable(problems.join('\n'));
  return answers;
}

function problemWith(
  { optional = false, choices, wrong }: Question,
  answer: string,
  before: Answers,
): string | undefined {
  if (answer.trim() === '') return optional ? undefined : 'is missing';
  if (choices !== undefined && !choices.includes(answer))
    return `expected one of ${choices.join(', ')}`;
  return wrong?.(answer.trim(), before);
}

async function asked(question: Question, before: Answers): Promise<string> {
  const { asks, choices, optional = false } = question;
  const answer =
    choices === undefined
      ? await text({
          message: optional ? `${asks} (Enter to leave it out)` : asks,
          validate: (typed) => problemWith(question, typed ?? '', before),
        })
      : await select({
          message: asks,
          options: [
            ...(optional ? [{ value: '', label: 'leave it out' }] : []),
            ...choices.map((value) => ({ value, label: value })),
          ],
        });
  if (isCancel(answer)) throw new Unusable('Stopped; nothing is written.');
  return answer ?? '';
}

function helpLine({ name, asks, choices, optional = false }: Question): string {
  const among = choices === undefined ? '' : `: ${choices.join(', ')}`;
  return `  --${name.padEnd(18)} ${asks}${among}${optional ? ' (optional)' : ''}`;
}

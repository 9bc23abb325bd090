import { parseArgs } from 'node:util';
import { DataProblems, problemLine } from '../src/catalog/problem.ts';
import { Refused } from '../src/openrouter/refused.ts';

/** What a command cannot work with; said to a person without a stack trace. */
export class Unusable extends Error {}

/** Says the help of a command without options where it is asked for. Throws for options that there are not. */
export function saidHelp(help: string): boolean {
  const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
  if (values.help) console.log(help);
  return values.help;
}

/** The names that such a command is given; undefined where its help was asked for, and said. */
export function namesOrHelp(help: string): string[] | undefined {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (!values.help) return positionals;
  console.log(help);
  return undefined;
}

/**
 * Runs a command. What a person can mend is said on stderr, with exit code 1; anything else is a
 * mistake of the program and keeps its stack trace.
 */
export async function runCommand(name: string, main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (error instanceof DataProblems) {
      const { problems } = error;
      for (const problem of problems) console.error(problemLine(problem));
      console.error(
        `\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the data.`,
      );
    } else if (error instanceof Unusable || error instanceof Refused || isWrongUse(error)) {
      console.error(`${error.message}\nSee: npm run ${name} -- --help`);
    } else if (error instanceof RangeError) {
      console.error(error.message);
    } else if (isOfTheDisk(error)) {
      console.error(`A file could not be written or read: ${error.message}`);
    } else {
      throw error;
    }
    process.exitCode = 1;
  }
}

/** The disk is full, a folder may not be written to, or something is in the way. */
function isOfTheDisk(error: unknown): error is Error {
  const codes = ['EACCES', 'EDQUOT', 'EIO', 'EISDIR', 'EMFILE', 'ENOSPC', 'EPERM', 'EROFS'];
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

function isWrongUse(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_');
}

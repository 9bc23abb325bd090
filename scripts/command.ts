import { parseArgs } from 'node:util';
import { DataProblems, problemLine } from '../src/catalog/problem.ts';
import { Refused } from '../src/openrouter/refused.ts';

/** What a command cannot work with; said to a person without a stack trace. */
export class Unusable extends Error {}

/** Throws where a command that takes nothing is given something. */
export function takesNothing(): void {
  parseArgs();
}

/**
 * Runs a command, or says its help where that is asked for, whatever else is. What a person can mend is
 * said on stderr, with exit code 1; anything else is a mistake of the program and keeps its stack trace.
 */
export async function runCommand(
  name: string,
  help: string,
  main: () => Promise<void>,
): Promise<void> {
  if (process.argv.slice(2).includes('--help')) {
    console.log(help);
    return;
  }
  try {
    eachOptionOnce();
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

/** Throws where an option stands there twice: the first would be passed over. */
function eachOptionOnce(): void {
  const { tokens } = parseArgs({ strict: false, allowPositionals: true, tokens: true });
  const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.rawName] : []));
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw new Unusable(`${twice} stands there more than once.`);
}

/** The disk is full, a folder may not be written to, or something is in the way. */
function isOfTheDisk(error: unknown): error is Error {
  const codes = ['EACCES', 'EDQUOT', 'EIO', 'EISDIR', 'EMFILE', 'ENOSPC', 'EPERM', 'EROFS'];
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

function isWrongUse(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_');
}

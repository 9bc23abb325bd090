import { DataProblems, problemLine } from '../src/catalog/problem.ts';
import { Refused } from '../src/openrouter/refused.ts';

/** What a command cannot work with; said to a person without a stack trace. */
export class Unusable extends Error {}

/**
 * Runs a command. What a person can mend is said on stderr, with exit code 1; anything else is a
 * mistake of the program and keeps its stack trace.
 */
export async function runCommand(name: string, main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (error instanceof DataProblems) {
      for (const problem of error.problems) console.error(problemLine(problem));
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

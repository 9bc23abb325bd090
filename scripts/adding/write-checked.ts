import { existsSync, readFileSync, rmSync } from 'node:fs';
import { checkData } from '../../src/catalog/checks/all.ts';
import { DataProblems } from '../../src/catalog/problem.ts';
import { readData } from '../../src/catalog/read-data.ts';
import { writeAtomically } from '../../src/catalog/write-atomically.ts';

/**
 * Writes files of data and checks all data with them in it. Throws DataProblems where they are not sound,
 * and leaves every file as it was.
 */
export async function writeChecked(texts: ReadonlyMap<string, string>): Promise<void> {
  const before = new Map(
    [...texts.keys()].map((file) => [
      file,
      existsSync(file) ? readFileSync(file, 'utf8') : undefined,
    ]),
  );
  try {
    for (const [file, text] of texts) await writeAtomically(file, text);
    const problems = checkData(readData(process.cwd()));
    if (problems.length > 0) throw new DataProblems(problems);
  } catch (error) {
    for (const [file, text] of before) {
      if (text === undefined) rmSync(file, { force: true });
      else await writeAtomically(file, text);
    }
    throw error;
  }
}

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { checkData } from '../../src/catalog/checks/all.ts';
import { DataProblems } from '../../src/catalog/problem.ts';
import { type CatalogData, readData } from '../../src/catalog/read-data.ts';
import { writeAtomically } from '../../src/catalog/write-atomically.ts';

/** What a pull request with a change of facts holds besides; CONTRIBUTING.md explains it. */
export const AFTER_A_CHANGE =
  'npm run calibrate:price, npm run release, a line under “Data” in CHANGELOG.md';

/**
 * Writes files of data, and checks and returns all data with them in it. Throws DataProblems where they are not sound,
 * and leaves every file as it was.
 */
export async function writeChecked(texts: ReadonlyMap<string, string>): Promise<CatalogData> {
  const before = new Map(
    [...texts.keys()].map((file) => [
      file,
      existsSync(file) ? readFileSync(file, 'utf8') : undefined,
    ]),
  );
  try {
    for (const [file, text] of texts) await writeAtomically(file, text);
    const data = readData(process.cwd());
    const problems = checkData(data);
    if (problems.length > 0) throw new DataProblems(problems);
    return data;
  } catch (error) {
    for (const [file, text] of before) {
      if (text === undefined) rmSync(file, { force: true });
      else await writeAtomically(file, text);
    }
    throw error;
  }
}

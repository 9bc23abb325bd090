import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataProblems } from '../src/catalog/problem.ts';
import { type CatalogData, readData } from '../src/catalog/read-data.ts';
import { readArchivedIndex } from '../src/published/archive/archived-index.ts';
import { releaseRecord } from '../src/published/archive/release-record.ts';
import { hashInputs } from '../src/release/input-hashes.ts';
import { buildRelease, type Release } from '../src/release/release.ts';
import { Unusable } from './command.ts';

/** Data at one time, with the release and the index that this checkout makes of them. */
export interface DataState {
  data: CatalogData;
  release: Release;
  index: ReturnType<typeof readArchivedIndex>;
}

/** Folders for the data of commits, which go when what asked for them ends. */
const made: string[] = [];

/** Does something that reads states of the data, and sweeps up after it. */
export async function withStates(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } finally {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  }
}

/** The state of a commit or a folder. Throws Unusable. */
export function stateOf(name: string): DataState {
  const { root, data } = dataOf(name);
  const release = buildRelease(data, hashInputs(root));
  const { texts } = releaseRecord(release, undefined);
  return { data, release, index: readArchivedIndex(texts['index.json'], name) };
}

/** The data of a commit or a folder alone, and where they lie. Throws Unusable. */
export function dataOf(name: string): { root: string; data: CatalogData } {
  const root = existsSync(path.join(name, 'data')) ? name : checkedOut(name);
  try {
    return { root, data: readData(root) };
  } catch (error) {
    if (!(error instanceof DataProblems)) throw error;
    throw new Unusable(
      `${name}: this checkout cannot read its data. ${error.message.split('\n').slice(0, 4).join('\n')}`,
    );
  }
}

/** A folder with the data of a commit. */
function checkedOut(commit: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'data-of-'));
  made.push(folder);
  try {
    const archive = path.join(folder, 'data.tar');
    execFileSync('git', ['archive', '--output', archive, commit, '--', 'data'], { stdio: 'pipe' });
    execFileSync('tar', ['-xf', archive, '-C', folder], { stdio: 'pipe' });
  } catch {
    throw new Unusable(`${commit}: expected a commit, a branch or a folder that holds data/`);
  }
  return folder;
}

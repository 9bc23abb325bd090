import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DataProblems } from '../src/catalog/problem.ts';
import { type CatalogData, readData } from '../src/catalog/read-data.ts';
import { writeAtomically } from '../src/catalog/write-atomically.ts';
import { readArchivedIndex } from '../src/published/archive/archived-index.ts';
import { changeSentence } from '../src/published/archive/change-words.ts';
import { compareReleases } from '../src/published/archive/release-change.ts';
import { releaseRecord } from '../src/published/archive/release-record.ts';
import { dataDiff, diffText } from '../src/published/refresh/data-diff.ts';
import { movesOf } from '../src/published/refresh/moves.ts';
import { hashInputs } from '../src/release/input-hashes.ts';
import { buildRelease } from '../src/release/release.ts';
import { runCommand, Unusable } from './command.ts';

const HELP = `Says what differs between two states of the data, model by model, and what it does to the
figures, both computed by the method of this checkout.

  npm run diff -- [FROM [TO]] [--out FILE]

FROM and TO are commits, branches or folders that hold data/; without them, the last commit and the
files as they are.

  --out FILE   write it there too
  --help       this text`;

const made: string[] = [];

await runCommand('diff', async () => {
  const { values, positionals } = parseArgs({
    options: { out: { type: 'string' }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const [from = 'HEAD', to = '.', ...others] = positionals;
  if (others.length > 0) throw new Unusable(`${others[0]}: expected two states at most`);
  try {
    const [before, after] = [stateOf(from), stateOf(to)];
    const change = compareReleases(before.index, after.index);
    const moves = movesOf(change, { before: before.data, after: after.data });
    const why = changeSentence(change);
    const text = `# Data: ${from} -> ${to === '.' ? 'the files as they are' : to}\n\n${diffText(
      dataDiff(moves, { before: before.data, after: after.data }),
      'nothing of their own differs',
    )}\n\n${why}`;
    console.log(text);
    if (values.out !== undefined) await writeAtomically(values.out, `${text}\n`);
  } finally {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  }
});

/** The data of a commit or a folder, with the index that this checkout makes of them. */
function stateOf(name: string) {
  const root = existsSync(path.join(name, 'data')) ? name : checkedOut(name);
  const data = read(name, root);
  const { texts } = releaseRecord(buildRelease(data, hashInputs(root)), undefined);
  return { data, index: readArchivedIndex(texts['index.json'], name) };
}

function read(name: string, root: string): CatalogData {
  try {
    return readData(root);
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

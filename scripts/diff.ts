import { parseArgs } from 'node:util';
import { writeAtomically } from '../src/catalog/write-atomically.ts';
import { changeSentence } from '../src/published/archive/change-words.ts';
import { compareReleases } from '../src/published/archive/release-change.ts';
import { dataDiff, diffText } from '../src/published/refresh/data-diff.ts';
import { movesOf } from '../src/published/refresh/moves.ts';
import { runCommand, Unusable } from './command.ts';
import { stateOf, withStates } from './data-state.ts';

const HELP = `Says what differs between two states of the data, model by model, and what it does to the
figures, both computed by the method of this checkout.

  npm run diff -- [FROM [TO]] [--out FILE]

FROM and TO are commits, branches or folders that hold data/; without them, the last commit and the
files as they are.

  --out FILE   write it there too
  --help       this text`;

await runCommand('diff', HELP, async () => {
  const { values, positionals } = parseArgs({
    options: { out: { type: 'string' } },
    allowPositionals: true,
  });
  const [from = 'HEAD', to = '.', ...others] = positionals;
  if (others.length > 0) throw new Unusable(`${others[0]}: expected two states at most`);
  await withStates(async () => {
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
  });
});

import process from 'node:process';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { readData } from '../src/catalog/read-data.ts';
import { runCommand, Unusable } from './command.ts';
import { Mutations, mutationText } from './faults/mutation.ts';
import { prepareTrial } from './faults/survive.ts';

/** Puts faults into OpenRouter's lists, one at a time, and says what became of each. */

const HELP = `Usage: npm run faults [-- --count 1000] [-- --seed 1]

Changes the embedded lists, in OpenRouter's own form, by so many seeded mutations, each by itself, and
takes them through the pull, the checks of the data, the estimates of the models that are touched and
the files published of those. Exit code: 1 where one of them breaks anything. Nothing here is changed.`;

await runCommand('faults', HELP, async () => {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const numRuns = Number(values.count);
  const seed = Number(values.seed);
  if (!Number.isInteger(numRuns) || !Number.isInteger(seed)) {
    throw new Unusable('--count and --seed: expected whole numbers.');
  }
  const root = process.cwd();
  const trial = await prepareTrial(root, readData(root));
  const counts = new Map<string, number>();
  const count = (what: string, by = 1) => counts.set(what, (counts.get(what) ?? 0) + by);
  try {
    for (const mutation of fc.sample(Mutations, { numRuns, seed })) {
      try {
        const { outcome, problems, built } = await trial.survive(mutation);
        count(outcome);
        if (problems > 0) count('told by the check of the data');
        count('models built', built);
      } catch (error) {
        count('BROKEN');
        console.error(mutationText(mutation), error);
        process.exitCode = 1;
      }
    }
  } finally {
    trial.end();
  }
  console.log(`${numRuns} mutations, seed ${seed}`);
  for (const [what, times] of counts) console.log(`${String(times).padStart(6)} ${what}`);
});

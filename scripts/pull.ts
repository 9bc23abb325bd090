import { parseArgs } from 'node:util';
import { writeAtomically } from '../src/catalog/write-atomically.ts';
import { messageOf } from '../src/openrouter/refused.ts';
import { reportText } from '../src/openrouter/report.ts';
import { isWrongUse, PULL_HELP, PULL_KEY, PULL_OPTIONS, pullWith } from './pulling.ts';

const HELP = `Brings data/openrouter up to date with OpenRouter's lists of models, endpoints and hosts,
and, from a file, with the usage of a week.

  npm run pull -- [options]

  --out DIR          where the snapshot is kept (default data/openrouter)
  --report FILE      write the whole report there too; on screen each listing ends after 20 lines
${PULL_HELP}

${PULL_KEY}
Exit code: 0 if all went well; 1 if a list was refused or endpoints were given up.`;

try {
  await main();
} catch (error) {
  if (!isWrongUse(error)) {
    throw error;
  }
  console.error(`${messageOf(error)}\nSee: npm run pull -- --help`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { ...PULL_OPTIONS, out: { type: 'string', default: 'data/openrouter' } },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const report = await pullWith(values, values.out);
  console.log(reportText(report));
  if (values.report !== undefined) {
    await writeAtomically(values.report, `${reportText(report, Number.POSITIVE_INFINITY)}\n`);
  }
  process.exitCode = report.complete ? 0 : 1;
}

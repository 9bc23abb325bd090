import { parseArgs } from 'node:util';
import { writeAtomically } from '../src/catalog/write-atomically.ts';
import { reportText } from '../src/openrouter/report.ts';
import { runCommand } from './command.ts';
import { PULL_HELP, PULL_KEY, PULL_OPTIONS, pullWith } from './pulling.ts';

const HELP = `Brings data/openrouter up to date with OpenRouter's lists of models, endpoints and hosts,
and, from a file, with the usage of a week.

  npm run pull -- [options]

  --out DIR          where the snapshot is kept (default data/openrouter)
  --report FILE      write the whole report there too; on screen each listing ends after 20 lines
${PULL_HELP}

${PULL_KEY}
Exit code: 0 if all went well; 1 if a list was refused or endpoints were given up.`;

await runCommand('pull', HELP, async () => {
  const { values } = parseArgs({
    options: { ...PULL_OPTIONS, out: { type: 'string', default: 'data/openrouter' } },
  });
  const report = await pullWith(values, values.out);
  console.log(reportText(report));
  if (values.report !== undefined) {
    await writeAtomically(values.report, `${reportText(report, Number.POSITIVE_INFINITY)}\n`);
  }
  process.exitCode = report.complete ? 0 : 1;
});

import { parseArgs } from 'node:util';
import { RUNS_FILE } from '../src/catalog/training-run.ts';
import { pullRuns, type RunsReport } from '../src/epoch/pull-runs.ts';
import { createClient, usualLimits } from '../src/openrouter/client.ts';
import { messageOf } from '../src/openrouter/refused.ts';
import { isWrongUse } from './pulling.ts';

const HELP = `Brings ${RUNS_FILE} up to date with Epoch AI's table of models (CC BY 4.0).

  npm run pull:training -- [options]

  --base-url URL     the server to ask (default https://epoch.ai)
  --out FILE         the file of runs (default ${RUNS_FILE})
  --help             this text

Exit code: 0 if all went well; 1 if the table was refused: the file is then as it was.`;

const SHOWN = 20;

try {
  const { values } = parseArgs({
    options: {
      'base-url': { type: 'string', default: 'https://epoch.ai' },
      out: { type: 'string', default: RUNS_FILE },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) console.log(HELP);
  else {
    const baseUrl = new URL(values['base-url']);
    tell(
      await pullRuns({
        client: createClient(baseUrl, usualLimits),
        baseUrl,
        file: values.out,
        today: new Date().toISOString().slice(0, 10),
      }),
    );
  }
} catch (error) {
  console.error(messageOf(error));
  if (isWrongUse(error)) console.error('See: npm run pull:training -- --help');
  process.exitCode = 1;
}

function tell({ rows, ...lists }: RunsReport): void {
  console.log(`${rows} runs.`);
  for (const [what, names] of Object.entries(lists)) {
    console.log(`${what}: ${names.length}`);
    for (const name of names.slice(0, SHOWN)) console.log(`  ${name}`);
    if (names.length > SHOWN) console.log(`  and ${names.length - SHOWN} more`);
  }
}

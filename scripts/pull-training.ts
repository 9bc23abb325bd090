import { parseArgs } from 'node:util';
import { readData } from '../src/catalog/read-data.ts';
import { RUNS_FILE } from '../src/catalog/training-run.ts';
import { STATEMENTS_FILE } from '../src/catalog/training-statement.ts';
import { pullRuns, type RunsReport } from '../src/epoch/pull-runs.ts';
import { createHub, HUB_ADDRESS } from '../src/huggingface/hub.ts';
import { pullStatements } from '../src/huggingface/pull-statements.ts';
import { statementsReportText } from '../src/huggingface/report.ts';
import { createClient, usualLimits } from '../src/openrouter/client.ts';
import { Refused } from '../src/openrouter/refused.ts';
import { runCommand } from './command.ts';
import { baseUrlOf, progress, timeoutOf } from './pulling.ts';

const HELP = `Brings what is known of training up to date: ${RUNS_FILE} with Epoch AI's table of models
(CC BY 4.0), and, as proposals, ${STATEMENTS_FILE} with the emissions that model cards on
Hugging Face state (co2_eq_emissions). Where a card and a recorded statement differ, both are told.

  npm run pull:training -- [options]

  --base-url URL     Epoch AI's server (default https://epoch.ai)
  --hub-url URL      Hugging Face's server (default ${HUB_ADDRESS})
  --only PART        runs or statements
  --out FILE         the file of runs (default ${RUNS_FILE})
  --proposed DIR     where statements are proposed, as YAML (default proposed)
  --timeout SECONDS  for each request (default 15)
  --help             this text

HF_TOKEN, where set, is sent to Hugging Face's server.
Exit code: 0 if all went well; 1 if the table was refused, whose file is then as it was, or cards were
given up.`;

const PARTS = ['runs', 'statements'];
const SHOWN = 20;

await runCommand('pull:training', HELP, async () => {
  const { values } = parseArgs({
    options: {
      'base-url': { type: 'string', default: 'https://epoch.ai' },
      'hub-url': { type: 'string', default: HUB_ADDRESS },
      only: { type: 'string' },
      out: { type: 'string', default: RUNS_FILE },
      proposed: { type: 'string', default: 'proposed' },
      timeout: { type: 'string', default: '15' },
    },
  });
  const { only } = values;
  if (only !== undefined && !PARTS.includes(only)) {
    throw new Refused('--only', `${only}; expected ${PARTS.join(' or ')}`);
  }
  const limits = { ...usualLimits, timeoutMs: timeoutOf(values.timeout) * 1000 };
  const today = new Date().toISOString().slice(0, 10);
  const epochUrl = baseUrlOf('--base-url', values['base-url']);
  const hubUrl = baseUrlOf('--hub-url', values['hub-url']);
  if (only !== 'statements') {
    try {
      const client = createClient(epochUrl, limits);
      tell(await pullRuns({ client, baseUrl: epochUrl, file: values.out, today }));
    } catch (error) {
      // The cards have nothing to do with the table.
      if (!(error instanceof Refused)) throw error;
      console.error(`REFUSED, ${values.out} is as it was: ${error.message}`);
      process.exitCode = 1;
    }
  }
  if (only !== 'runs') {
    const { HF_TOKEN } = process.env;
    const { show, stop } = progress();
    const report = await pullStatements({
      hub: createHub(hubUrl, limits, HF_TOKEN?.trim() || undefined),
      data: readData('.'),
      folder: values.proposed,
      today,
      onProgress: show,
    }).finally(stop);
    console.log(statementsReportText(report, values.proposed));
    if (report.gaveUp !== undefined) process.exitCode = 1;
  }
});

function tell({ rows, ...lists }: RunsReport): void {
  console.log(`${rows} runs.`);
  for (const [what, names] of Object.entries(lists)) {
    console.log(`${what}: ${names.length}`);
    for (const name of names.slice(0, SHOWN)) console.log(`  ${name}`);
    if (names.length > SHOWN) console.log(`  and ${names.length - SHOWN} more`);
  }
}

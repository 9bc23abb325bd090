import { parseArgs } from 'node:util';
import { readData } from '../src/catalog/read-data.ts';
import { createHub, HUB_ADDRESS } from '../src/huggingface/hub.ts';
import { pullModels } from '../src/huggingface/pull-models.ts';
import { modelsReportText } from '../src/huggingface/report.ts';
import { usualLimits } from '../src/openrouter/client.ts';
import { runCommand } from './command.ts';
import { baseUrlOf, progress, timeoutOf } from './pulling.ts';

const HELP = `Reads sizes and architectures of open models on Hugging Face: of those that OpenRouter's list or data/models
link to it. Proposes records for models that have none, and says where the others differ; changes nothing.

  npm run pull:huggingface -- [options]

  --base-url URL     the server to ask (default ${HUB_ADDRESS})
  --out DIR          where proposals are written, as YAML (default proposed)
  --timeout SECONDS  for each request (default 15)
  --help             this text

HF_TOKEN, where set, is sent to the server asked, which then shows the files of gated repositories too.
Exit code: 0 if all went well, whatever was found; 1 if repositories were given up.`;

await runCommand('pull:huggingface', HELP, async () => {
  const { values } = parseArgs({
    options: {
      'base-url': { type: 'string', default: HUB_ADDRESS },
      out: { type: 'string', default: 'proposed' },
      timeout: { type: 'string', default: '15' },
    },
  });
  const { HF_TOKEN } = process.env;
  const limits = { ...usualLimits, timeoutMs: timeoutOf(values.timeout) * 1000 };
  const { show, stop } = progress();
  const report = await pullModels({
    hub: createHub(
      baseUrlOf('--base-url', values['base-url']),
      limits,
      HF_TOKEN?.trim() || undefined,
    ),
    data: readData('.'),
    folder: values.out,
    today: new Date().toISOString().slice(0, 10),
    onProgress: show,
  }).finally(stop);
  console.log(modelsReportText(report, values.out));
  process.exitCode = report.gaveUp === undefined ? 0 : 1;
});

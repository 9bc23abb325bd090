import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { writeAtomically } from '../src/catalog/write-atomically.ts';
import { usualLimits } from '../src/openrouter/client.ts';
import { directorySource } from '../src/openrouter/directory.ts';
import { liveSource } from '../src/openrouter/live.ts';
import type { OnProgress } from '../src/openrouter/openrouter-source.ts';
import { pull } from '../src/openrouter/pull.ts';
import { messageOf, Refused } from '../src/openrouter/refused.ts';
import { reportText } from '../src/openrouter/report.ts';

const HELP = `Brings data/openrouter up to date with OpenRouter's lists of models, endpoints and hosts,
and, from a file, with the usage of a week.

  npm run pull -- [options]

  --base-url URL     the server to ask (default https://openrouter.ai)
  --from DIR         read files instead: models-YYYY-MM-DD.json, providers-YYYY-MM-DD.json,
                     endpoints-YYYY-MM-DD.csv (or .json: {"data": [{"id", "endpoints"}]}),
                     speeds-YYYY-MM-DD.csv, usage-week-YYYY-MM-DD.csv; of several the newest
  --out DIR          where the snapshot is kept (default data/openrouter)
  --timeout SECONDS  for each request (default 15)
  --report FILE      write the whole report there too; on screen each listing ends after 20 lines
  --allow-shrink     accept a list that lost more than a fifth, after a look at it
  --allow-jump       accept prices, contexts or numbers of endpoints that moved together, as after
                     a change of unit
  --allow-older      accept a list of an earlier day than the snapshot's
  --help             this text

OPENROUTER_API_KEY, where set, is sent to the server asked; OpenRouter then shows speeds too.
Exit code: 0 if all went well; 1 if a list was refused or endpoints were given up.`;

const LONGEST_TIMEOUT_SECONDS = 600;
const LINE_EVERY = 50;

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
    options: {
      'base-url': { type: 'string' },
      from: { type: 'string' },
      out: { type: 'string', default: 'data/openrouter' },
      timeout: { type: 'string', default: '15' },
      report: { type: 'string' },
      'allow-shrink': { type: 'boolean', default: false },
      'allow-jump': { type: 'boolean', default: false },
      'allow-older': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  if (values.from !== undefined && values['base-url'] !== undefined) {
    throw new Refused('--from and --base-url', 'expected one of them');
  }
  const { OPENROUTER_API_KEY } = process.env;
  const timeoutMs = timeoutOf(values.timeout) * 1000;
  const source =
    values.from === undefined
      ? liveSource({
          baseUrl: baseUrlOf(values['base-url'] ?? 'https://openrouter.ai'),
          today: new Date().toISOString().slice(0, 10),
          limits: { ...usualLimits, timeoutMs },
          apiKey: OPENROUTER_API_KEY?.trim() || undefined,
        })
      : directorySource(values.from);

  const progress = process.stderr.isTTY ? progressBar() : progressLines();
  const report = await pull({
    source,
    directory: values.out,
    putInPlace,
    allowShrink: values['allow-shrink'],
    allowJump: values['allow-jump'],
    allowOlder: values['allow-older'],
    onProgress: progress.show,
  }).finally(progress.stop);
  console.log(reportText(report));
  if (values.report !== undefined) {
    await writeAtomically(values.report, `${reportText(report, Number.POSITIVE_INFINITY)}\n`);
  }
  process.exitCode = report.complete ? 0 : 1;
}

/** In a process of its own group: who stops this one, at whatever moment, stops that one in none. */
async function putInPlace(directory: string): Promise<void> {
  const program = fileURLToPath(new URL('put-in-place.ts', import.meta.url));
  const other = spawn(process.execPath, [program, directory], { detached: true, stdio: 'ignore' });
  await new Promise((resolve) => other.once('error', resolve).once('exit', resolve));
}

function timeoutOf(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= LONGEST_TIMEOUT_SECONDS)) {
    throw new Refused('--timeout', `${text}; expected 1 to ${LONGEST_TIMEOUT_SECONDS} seconds`);
  }
  return seconds;
}

function baseUrlOf(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new Refused(
      '--base-url',
      'expected an address such as https://openrouter.ai, without a user name or password',
    );
  }
  return url;
}

function isWrongUse(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return error instanceof Refused || code.startsWith('ERR_PARSE_ARGS');
}

interface ProgressDisplay {
  show: OnProgress;
  stop: () => void;
}

function progressBar(): ProgressDisplay {
  const bar = new SingleBar({ format: '{what} [{bar}] {value}/{total}', clearOnComplete: true });
  bar.start(1, 0, { what: '' });
  return {
    show: ({ what, done, total }) => {
      bar.setTotal(total);
      bar.update(done, { what });
    },
    stop: () => bar.stop(),
  };
}

function progressLines(): ProgressDisplay {
  return {
    show: ({ what, done, total }) => {
      if (done % LINE_EVERY === 0 || done === total) {
        console.error(done === 0 ? what : `${what}: ${done} of ${total}`);
      }
    },
    stop: () => undefined,
  };
}

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SingleBar } from 'cli-progress';
import { usualLimits } from '../src/openrouter/client.ts';
import { directorySource } from '../src/openrouter/directory.ts';
import { liveSource } from '../src/openrouter/live.ts';
import type { OnProgress } from '../src/openrouter/openrouter-source.ts';
import { pull } from '../src/openrouter/pull.ts';
import { Refused } from '../src/openrouter/refused.ts';
import type { PullReport } from '../src/openrouter/report.ts';

/** What the commands that pull have in common: their options, and the pull itself. */

export const PULL_OPTIONS = {
  'base-url': { type: 'string' },
  from: { type: 'string' },
  timeout: { type: 'string', default: '15' },
  report: { type: 'string' },
  'allow-shrink': { type: 'boolean', default: false },
  'allow-jump': { type: 'boolean', default: false },
  'allow-older': { type: 'boolean', default: false },
} as const;

export const PULL_HELP = `  --base-url URL     the server to ask (default https://openrouter.ai), with or without /api/v1
  --from DIR         read files instead: models-YYYY-MM-DD.json, providers-YYYY-MM-DD.json,
                     endpoints-YYYY-MM-DD.csv (or .json: {"data": [{"id", "endpoints"}]}),
                     speeds-YYYY-MM-DD.csv, usage-week-YYYY-MM-DD.csv; of several the newest
  --timeout SECONDS  for each request (default 15)
  --allow-shrink     accept a list that lost more than a fifth, after a look at it
  --allow-jump       accept prices, contexts or numbers of endpoints that moved together, as after
                     a change of unit
  --allow-older      accept a list of an earlier day than the snapshot's
  --help             this text`;

export const PULL_KEY =
  'OPENROUTER_API_KEY, where set, is sent to the server asked; OpenRouter then shows speeds too.';

/** The values of PULL_OPTIONS, as parsed. */
interface PullValues {
  'base-url'?: string | undefined;
  from?: string | undefined;
  timeout: string;
  'allow-shrink': boolean;
  'allow-jump': boolean;
  'allow-older': boolean;
}

const LONGEST_TIMEOUT_SECONDS = 600;
const LINE_EVERY = 50;

/** Pulls as the options say, into a folder. Throws Refused where they cannot be used. */
export async function pullWith(values: PullValues, directory: string): Promise<PullReport> {
  if (values.from !== undefined && values['base-url'] !== undefined) {
    throw new Refused('--from and --base-url', 'expected one of them');
  }
  const { OPENROUTER_API_KEY } = process.env;
  const timeoutMs = timeoutOf(values.timeout) * 1000;
  const source =
    values.from === undefined
      ? liveSource({
          baseUrl: baseUrlOf('--base-url', values['base-url'] ?? 'https://openrouter.ai'),
          today: new Date().toISOString().slice(0, 10),
          limits: { ...usualLimits, timeoutMs },
          apiKey: OPENROUTER_API_KEY?.trim() || undefined,
        })
      : directorySource(values.from);
  const { show, stop } = progress();
  return pull({
    source,
    directory,
    putInPlace,
    allowShrink: values['allow-shrink'],
    allowJump: values['allow-jump'],
    allowOlder: values['allow-older'],
    onProgress: show,
  }).finally(stop);
}

/** In a process of its own group: who stops this one, at whatever moment, stops that one in none. */
async function putInPlace(directory: string): Promise<void> {
  const program = fileURLToPath(new URL('put-in-place.ts', import.meta.url));
  const other = spawn(process.execPath, [program, directory], { detached: true, stdio: 'ignore' });
  await new Promise((resolve) => other.once('error', resolve).once('exit', resolve));
}

/** Seconds. Throws Refused where they are none. */
export function timeoutOf(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= LONGEST_TIMEOUT_SECONDS)) {
    throw new Refused('--timeout', `${text}; expected 1 to ${LONGEST_TIMEOUT_SECONDS} seconds`);
  }
  return seconds;
}

/** What many copy with the address of a server, and is no part of it: that of its API. */
const OF_API = /\/api(?:\/v1)?\/*$/;

/**
 * The server to ask, by the option that names it, without the address of its API, which is put to it later.
 * Throws Refused where it is no address.
 */
export function baseUrlOf(option: string, text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new Refused(
      option,
      'expected an address such as https://openrouter.ai, without a user name or password',
    );
  }
  url.pathname = url.pathname.replace(OF_API, '');
  return url;
}

interface ProgressDisplay {
  show: OnProgress;
  stop: () => void;
}

/** Shows how far a pull is: a bar, or lines where nobody watches. */
export function progress(): ProgressDisplay {
  return process.stderr.isTTY ? progressBar() : progressLines();
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

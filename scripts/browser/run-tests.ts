import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import process from 'node:process';
import { PLAYWRIGHT_PROGRAM } from './playwright-program.ts';

/** Whether there are finished pages to test; says what to do where there are none. */
export function isBuilt(): boolean {
  if (existsSync('dist/index.html')) return true;
  fail('There is nothing in dist/ to test. Build the site first: npm run build');
  return false;
}

/** Runs the tests of playwright.config.ts in these browsers; the exit code is theirs. */
export function runTests(
  words: readonly string[],
  browsers: { CHROMIUM_PATH?: string; FIREFOX_PATH: string | undefined },
): void {
  const tests = spawn(process.execPath, [PLAYWRIGHT_PROGRAM, 'test', ...words], {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...browsers,
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

/** Says what stops the tests, and ends in failure. */
export function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

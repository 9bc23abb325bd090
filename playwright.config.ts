import { resolve } from 'node:path';
import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { LAUNCH_ARGUMENTS } from './scripts/browser/start-browser.ts';

const {
  CHROMIUM_PATH: executablePath,
  FIREFOX_PATH: firefoxPath,
  CI: onServer,
  SITE_PORT: port,
} = process.env;

const launchOptions = {
  args: [...LAUNCH_ARGUMENTS],
  ...(executablePath !== undefined && { executablePath }),
};

/** Chromium with the fonts of tests/e2e/fonts/<name>.conf, whatever the machine has (on Linux). */
function launchedWithFonts(name: string) {
  return {
    ...launchOptions,
    env: {
      ...process.env,
      FONTCONFIG_FILE: resolve(`tests/e2e/fonts/${name}.conf`),
      XDG_CACHE_HOME: resolve('node_modules/.cache/fonts'),
    },
  };
}

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  // A slow machine takes its time; what is not there in the end still fails.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: onServer !== undefined,
  reporter: [['list'], ['./tests/e2e/last-line-reporter.ts']],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 800 },
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions,
  },
  projects: [
    { name: 'site', testIgnore: ['firefox/*.spec.ts', 'fonts/*.spec.ts'] },
    {
      name: 'without a font',
      testMatch: 'fonts/standing-still.spec.ts',
      use: { launchOptions: launchedWithFonts('none') },
    },
    {
      name: 'with a wide font',
      testMatch: 'fonts/fonts-too-late.spec.ts',
      use: { launchOptions: launchedWithFonts('wide') },
    },
    // Where the machine has one: tests/e2e/firefox/firefox-test.ts starts it.
    ...(firefoxPath === undefined
      ? []
      : [
          {
            name: 'firefox',
            testMatch: 'firefox/*.spec.ts',
            use: { launchOptions: { executablePath: firefoxPath } },
          },
        ]),
  ],
  webServer: {
    // Any free port; the group's name puts it into SITE_PORT.
    command: 'node scripts/start.ts --built',
    env: { PORT: '0' },
    wait: { stdout: /http:\/\/localhost:(?<site_port>\d+)\// },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});

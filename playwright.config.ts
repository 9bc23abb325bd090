import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { LAUNCH_ARGUMENTS } from './scripts/browser/start-browser.ts';

const { CHROMIUM_PATH: executablePath, CI: onServer, SITE_PORT: port } = process.env;

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
    launchOptions: {
      args: [...LAUNCH_ARGUMENTS],
      ...(executablePath !== undefined && { executablePath }),
    },
  },
  webServer: {
    // Any free port; the group's name puts it into SITE_PORT.
    command: 'node scripts/start.ts --built',
    env: { PORT: '0' },
    wait: { stdout: /http:\/\/localhost:(?<site_port>\d+)\// },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});

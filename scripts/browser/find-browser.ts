import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { chromium } from '@playwright/test';
import { startedVersion } from './start-browser.ts';

/** A browser that has really been started. */
export interface FoundBrowser {
  executablePath: string;
  version: string;
}

const PROGRAM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];

const FIXED_PATHS = [
  ...PROGRAM_NAMES.map((name) => `/usr/bin/${name}`),
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** Where a Chromium may be, the likeliest first; CHROMIUM_PATH goes before everything. */
export function browserCandidates(environment: NodeJS.ProcessEnv): string[] {
  const { CHROMIUM_PATH: chosen = '' } = environment;
  const onPath = programsOnPath(PROGRAM_NAMES, environment);
  const all = [chosen, chromium.executablePath(), ...FIXED_PATHS, ...onPath];
  return [...new Set(all.filter((path) => path !== ''))];
}

/** Where programs of these names would be in the folders of PATH. */
export function programsOnPath(
  names: readonly string[],
  { PATH: folders = '' }: NodeJS.ProcessEnv,
): string[] {
  return folders
    .split(delimiter)
    .filter(isAbsolute)
    .flatMap((folder) => names.map((name) => join(folder, name)));
}

/**
 * The first candidate that is there and starts, or undefined; says which ones do not start. `started`
 * gives the version of one that does.
 */
export async function findBrowser(
  candidates: readonly string[],
  started = startedVersion,
): Promise<FoundBrowser | undefined> {
  for (const executablePath of candidates.filter(isExecutable)) {
    const version = await started(executablePath);
    if (version !== undefined) return { executablePath, version };
    console.log(`${executablePath} is there, but does not start.`);
  }
  return undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

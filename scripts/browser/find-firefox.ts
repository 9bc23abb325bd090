import { type FoundBrowser, findBrowser, programsOnPath } from './find-browser.ts';
import { startedFirefox } from './launch-firefox.ts';

/** What is said where there is none: it is one more browser, not one that the tests need. */
export const NO_FIREFOX =
  'No Firefox that starts was found, so the walk in Firefox is skipped; FIREFOX_PATH says where one is.';

const PROGRAM_NAMES = ['firefox-esr', 'firefox'];

const FIXED_PATHS = [
  ...PROGRAM_NAMES.map((name) => `/usr/bin/${name}`),
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** The first Firefox that is there and starts, FIREFOX_PATH before all others, or undefined. */
export function findFirefox(environment: NodeJS.ProcessEnv): Promise<FoundBrowser | undefined> {
  const { FIREFOX_PATH: chosen = '' } = environment;
  const all = [chosen, ...programsOnPath(PROGRAM_NAMES, environment), ...FIXED_PATHS];
  return findBrowser([...new Set(all.filter((path) => path !== ''))], startedFirefox);
}

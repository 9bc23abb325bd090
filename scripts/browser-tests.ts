import process from 'node:process';
import { browserCandidates, findBrowser } from './browser/find-browser.ts';
import { findFirefox, NO_FIREFOX } from './browser/find-firefox.ts';
import { installBrowser } from './browser/install-browser.ts';
import { fail, isBuilt, runTests } from './browser/run-tests.ts';

/**
 * Runs the browser tests against the finished pages in dist/, in the first Chromium that starts; where
 * there is none, it tries to get one. Where there is a Firefox, the pages are walked in it, too. Words
 * after the command go to Playwright.
 */

const NO_BROWSER = `No Chromium was found, and none could be installed.
Install one, for example with: npx playwright install --with-deps chromium
or say where one is: CHROMIUM_PATH=/path/to/chrome npm test`;

if (isBuilt()) {
  const browser = (await findBrowser(browserCandidates(process.env))) ?? (await installBrowser());
  if (browser === undefined) {
    fail(NO_BROWSER);
  } else {
    console.log(`Testing in Chromium ${browser.version} (${browser.executablePath})`);
    const firefox = await findFirefox(process.env);
    console.log(
      firefox === undefined
        ? NO_FIREFOX
        : `Walking in Firefox ${firefox.version} (${firefox.executablePath})`,
    );
    runTests(process.argv.slice(2), {
      CHROMIUM_PATH: browser.executablePath,
      FIREFOX_PATH: firefox?.executablePath,
    });
  }
}

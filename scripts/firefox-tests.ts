import process from 'node:process';
import { findFirefox, NO_FIREFOX } from './browser/find-firefox.ts';
import { isBuilt, runTests } from './browser/run-tests.ts';

/**
 * Walks the finished pages in dist/ in the first Firefox that starts; where there is none, it says so
 * and ends well. Words after the command go to Playwright.
 */

if (isBuilt()) {
  const firefox = await findFirefox(process.env);
  if (firefox === undefined) {
    console.log(NO_FIREFOX);
  } else {
    console.log(`Walking in Firefox ${firefox.version} (${firefox.executablePath})`);
    runTests([...process.argv.slice(2), '--project', 'firefox'], {
      FIREFOX_PATH: firefox.executablePath,
    });
  }
}

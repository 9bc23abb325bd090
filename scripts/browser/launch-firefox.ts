import { type Browser, launch } from 'puppeteer-core';

const START_LIMIT_MILLISECONDS = 30_000;

/**
 * Starts a Firefox without a window, with a profile of its own and reduced motion, as all tests have it.
 * Playwright drives a Firefox that it has changed; puppeteer drives the one that readers have.
 */
export function launchFirefox(executablePath: string): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath,
    timeout: START_LIMIT_MILLISECONDS,
    extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
  });
}

/**
 * Starts a Firefox and closes it again. Gives its version, or undefined where it does not start or
 * cannot show a page.
 */
export async function startedFirefox(executablePath: string): Promise<string | undefined> {
  let browser: Browser | undefined;
  try {
    browser = await launchFirefox(executablePath);
    const page = await browser.newPage();
    await page.setContent('<title>started</title>');
    const version = await browser.version();
    return (await page.title()) === 'started' ? version.replace('firefox/', '') : undefined;
  } catch {
    return undefined;
  } finally {
    await browser?.close();
  }
}

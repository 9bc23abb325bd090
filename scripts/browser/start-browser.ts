import { type Browser, chromium } from '@playwright/test';

/** How every Chromium is started here: without a graphics card and without calls home. */
export const LAUNCH_ARGUMENTS = ['--disable-gpu', '--disable-background-networking'] as const;

const START_LIMIT_MILLISECONDS = 20_000;

/**
 * Starts a Chromium without a window and closes it again. Gives its version, or undefined where it
 * does not start or cannot show a page.
 */
export async function startedVersion(executablePath: string): Promise<string | undefined> {
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({
      args: [...LAUNCH_ARGUMENTS],
      executablePath,
      timeout: START_LIMIT_MILLISECONDS,
    });
    const page = await browser.newPage();
    await page.setContent('<title>started</title>');
    return (await page.title()) === 'started' ? browser.version() : undefined;
  } catch {
    return undefined;
  } finally {
    await browser?.close();
  }
}

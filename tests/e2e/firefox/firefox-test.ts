import { expect, test as plain } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import { launchFirefox } from '../../../scripts/browser/launch-firefox.ts';
import { SCREENS } from '../site.ts';

/**
 * Tests in Firefox: each has a tab with storage of its own, on a laptop's screen. Whatever a test is
 * about, no page says an error, does what its security policy forbids, or asks for what is not there.
 */
export const test = plain.extend<{ tab: Page }, { firefox: Browser }>({
  firefox: [
    async ({ launchOptions }, use) => {
      const firefox = await launchFirefox(launchOptions.executablePath!);
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker' },
  ],
  tab: async ({ firefox }, use) => {
    const context = await firefox.createBrowserContext();
    const tab = await context.newPage();
    await tab.setViewport(SCREENS.laptop);
    const wrong: string[] = [];
    const note = (what: string) => wrong.push(`${tab.url()}: ${what}`);
    tab.on('pageerror', (error) => note(String(error)));
    tab.on('console', (message) => {
      if (message.type() === 'error') note(message.text());
    });
    tab.on('response', (response) => {
      const isMissing = response.status() >= 400 && !response.request().isNavigationRequest();
      if (isMissing) note(`${response.status()} ${response.url()}`);
    });
    // Heard in the page, whatever else Firefox says of it or keeps to itself.
    await tab.evaluateOnNewDocument(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`The security policy refused ${violatedDirective} ${blockedURI}`),
      );
    });
    await use(tab);
    // What went wrong last is told a moment later.
    await tab.evaluate(() => new Promise((told) => setTimeout(told, 0)));
    await context.close();
    expect(wrong).toEqual([]);
  },
});

/** Waits until what a link asks for stands; slow machines take their time to estimate the whole list. */
export async function settle(tab: Page): Promise<void> {
  const pending = () =>
    tab.$$eval(
      'html.state-pending, [aria-busy=true]',
      (parts) => parts.filter((part) => part.checkVisibility()).length,
    );
  await expect.poll(pending, { timeout: 40_000 }).toBe(0);
}

/** The path and the words of a tab's address. */
export function addressIn(tab: Page): string {
  const { pathname, search } = new URL(tab.url());
  return `${pathname}${decodeURIComponent(search)}`;
}

/** The texts of what can be seen of a selector's elements, from the top down; no-break spaces stay. */
export function textsIn(tab: Page, selector: string): Promise<string[]> {
  return tab.$$eval(selector, (elements) =>
    elements
      .filter((element) => element.checkVisibility())
      .map((element) => element.textContent?.trim().replaceAll(/[ \t\n]+/g, ' ') ?? ''),
  );
}

/** Replaces what stands in a field and leaves it, as a reader does by keyboard. */
export async function fill(tab: Page, selector: string, text: string): Promise<void> {
  await tab.locator(selector).fill('');
  await tab.type(selector, text);
  await tab.keyboard.press('Tab');
}

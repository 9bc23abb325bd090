import { expect, type Page, test } from '@playwright/test';
import { SCREENS } from './site.ts';

const MOST_SHIFT = 0.02;

for (const screen of ['laptop', 'phone'] as const) {
  test.describe(`on a ${screen}`, () => {
    test.use({ viewport: SCREENS[screen] });

    for (const address of ['/', '/?provider=openai&sort=-price', '/?q=no+such+model']) {
      test(`nothing moves while ${address} loads`, async ({ page }) => {
        await recordShifts(page);
        await page.goto(address);
        await settle(page);
        expect(await shiftOf(page)).toBeLessThan(MOST_SHIFT);
        if (address !== '/') return;
        // The table begins on the first screen, its first row whole.
        await expect(page.locator('[data-values]').first()).toBeInViewport({ ratio: 1 });
      });
    }

    test('nothing moves where fonts and scripts are slow', async ({ page }) => {
      await recordShifts(page);
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route(/\.(woff2|js)$/, async (route) => {
        await released;
        await route.continue();
      });
      await page.goto('/?provider=openai&sort=-price', { waitUntil: 'commit' });
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const fallback = await page.evaluate(async () => {
        const fonts = ['Arial', 'Liberation Sans'].map((name) =>
          new FontFace('probe', `local("${name}")`).load(),
        );
        return (await Promise.allSettled(fonts)).some(({ status }) => status === 'fulfilled');
      });
      test.skip(!fallback, 'This machine has none of the fonts that stand in for the slow ones.');
      release();
      await expect(page.getByRole('status')).toContainText('price, highest first');
      await settle(page);
      expect(await shiftOf(page)).toBeLessThan(MOST_SHIFT);
    });
  });
}

/** Adds up every shift that the reader has not caused, from the first paint on. */
async function recordShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const add = (list: PerformanceObserverEntryList) => {
      for (const entry of list.getEntries()) {
        if (!('value' in entry) || !('hadRecentInput' in entry) || entry.hadRecentInput) continue;
        const sum = Number(sessionStorage.getItem('shift') ?? 0) + Number(entry.value);
        sessionStorage.setItem('shift', String(sum));
      }
    };
    new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Waits until the fonts are there and what they change has been painted and reported. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let frames = 0; frames < 3; frames += 1) await frame();
  });
}

async function shiftOf(page: Page): Promise<number> {
  return page.evaluate(() => Number(sessionStorage.getItem('shift') ?? 0));
}

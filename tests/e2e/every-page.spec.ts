import { expect, type Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { addressOf, LINKS, NOT_FOUND, ROUTES } from './routes.ts';
import { test } from './secured-test.ts';
import { SCREENS } from './site.ts';

/** What colours and room can break; all else is the same as on a laptop in the light. */
const ON_A_PHONE_IN_THE_DARK = ['color-contrast', 'target-size', 'scrollable-region-focusable'];

/** Pages that stand in others' pages: without the site's head, foot and skip link. */
const EMBEDS = /^embed\//;

for (const route of ROUTES) {
  test(`a page of ${route} says what it is, asks nobody else for anything, is walked by keyboard, fits every screen, and shuts nobody out`, async ({
    page,
    context,
    baseURL,
  }) => {
    const address = addressOf(route);
    const isEmbed = EMBEDS.test(route);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const response = await page.goto(address);
    expect(response?.status()).toBe(route === NOT_FOUND ? 404 : 200);

    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page).toHaveTitle(/^.{4,} · LLM Carbon Index$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.getByRole('main')).toHaveCount(1);
    await expect(page.getByRole('banner')).toHaveCount(isEmbed ? 0 : 1);
    await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /.{20,}/);
    const canonical = page.locator('link[rel=canonical]');
    await expect(canonical).toHaveCount(1);
    const path = route === NOT_FOUND ? '/404/' : address;
    // What stands in others' pages is found at the page that it was taken from.
    const own = isEmbed ? '/(models|providers)/.+/' : path;
    await expect(canonical).toHaveAttribute('href', new RegExp(`^https?://[^/]+${own}$`));

    if (!isEmbed) await walk(page);
    await expectRoomAndAccess(page);

    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
    expect(await context.storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
  });
}

for (const [name, address] of Object.entries(LINKS)) {
  test(`${name} fits every screen and shuts nobody out`, async ({ page }) => {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    await expect(page.locator('[aria-busy=true]:visible')).toHaveCount(0);
    await expectRoomAndAccess(page);
  });
}

/** On every screen nothing stands over its edge; axe finds nothing, in the light and in the dark. */
async function expectRoomAndAccess(page: Page): Promise<void> {
  for (const screen of Object.values(SCREENS)) {
    await page.setViewportSize(screen);
    expect(await pixelsTooWide(page), `sideways on ${screen.width} pixels`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(SCREENS.laptop);
  await expectRoomForLargeText(page);
  expect(await violationsOn(page)).toEqual([]);
  const light = await background(page);
  await page.setViewportSize(SCREENS.phone);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => background(page)).not.toBe(light);
  expect(await violationsOn(page, ON_A_PHONE_IN_THE_DARK)).toEqual([]);
}

/** With the text that a reader has set in the browser a page grows, and still nothing stands over its edge. */
async function expectRoomForLargeText(page: Page): Promise<void> {
  const heading = () =>
    page.locator('h1').evaluate((h1) => Number.parseFloat(getComputedStyle(h1).lineHeight));
  const usual = await heading();
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  await expect.poll(heading).toBeGreaterThan(1.2 * usual);
  expect(await pixelsTooWide(page), 'sideways with large text').toBeLessThanOrEqual(0);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
  await expect.poll(heading).toBe(usual);
}

/** Through the first stops of the page, and past them by the skip link; each shows where one is. */
async function walk(page: Page): Promise<void> {
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  for (let stop = 0; stop < 8; stop += 1) {
    await page.keyboard.press('Tab');
    const outline = await page.locator(':focus').evaluate((focused) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      return { outlineStyle, wide: Number.parseFloat(outlineWidth) >= 2 };
    });
    expect(outline).toEqual({ outlineStyle: 'solid', wide: true });
  }
  await skip.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
}

function pixelsTooWide(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

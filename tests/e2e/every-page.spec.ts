import { expect, test } from '@playwright/test';
import { PAGE_KINDS } from './site.ts';

for (const [kind, address] of Object.entries(PAGE_KINDS)) {
  test(`the ${kind} page says what it is`, async ({ page }) => {
    const response = await page.goto(address);
    expect(response?.status()).toBe(kind === 'not found' ? 404 : 200);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page).toHaveTitle(/^.{4,} · LLM Carbon Index$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.getByRole('main')).toHaveCount(1);
    await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /.{20,}/);
    const canonical = page.locator('link[rel=canonical]');
    await expect(canonical).toHaveCount(1);
    const path = kind === 'not found' ? '/404/' : address.replace(/\?.*/, '');
    await expect(canonical).toHaveAttribute('href', new RegExp(`^https?://[^/]+${path}$`));
  });

  test(`the ${kind} page is walked by keyboard, and shows where one is`, async ({ page }) => {
    await page.goto(address);
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
  });
}

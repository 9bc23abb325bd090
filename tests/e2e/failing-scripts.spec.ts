import { expect } from '@playwright/test';
import { test } from './secured-test.ts';
import { publishedIndex } from './site.ts';

const [id = ''] = publishedIndex().models.map((model) => model.id);

test('under “In your scenario” no figure stands that is not computed yet', async ({ page }) => {
  const computed = Promise.withResolvers<void>();
  await page.route('**/api/v1/estimation-inputs.json', async (route) => {
    await computed.promise;
    await route.continue();
  });
  await page.goto(`/models/${id}/?grid=SE&per=chat`);
  const section = page.locator('scenario-panel section');
  await expect(section).toHaveAttribute('aria-busy', 'true');
  await expect(section).toBeVisible();
  for (const part of ['.lead', '.range-chart', '.range-chart .median', '.tokens']) {
    await expect(section.locator(part).first()).toBeHidden();
  }
  computed.resolve();
  await expect(section.locator('.range-chart .median').first()).toBeVisible();
});

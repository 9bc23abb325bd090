import { expect } from '@playwright/test';
import { index, shortNameOf } from './published.ts';
import { test } from './secured-test.ts';

test('the search over the whole site says how many entries hold every word, in any order and kind', async ({
  page,
}) => {
  const model = index.models[0]!;
  await page.goto('/search/');
  const found = page.locator('site-search li:visible');
  const said = page.locator('site-search output');
  await expect(said).toHaveText('');
  const all = await found.count();
  expect(all).toBeGreaterThan(index.models.length);

  const field = page.locator('site-search').getByRole('searchbox').first();
  for (const words of [model.makerName, `${model.id} ${model.makerName}`.toUpperCase()]) {
    await field.fill(words);
    await expect(found).not.toHaveCount(all);
    await expect(said).toHaveText(`${await found.count()} found`);
    await expect(
      found.getByRole('link', { name: shortNameOf(model), exact: true }).first(),
    ).toBeVisible();
  }
  // Two that a reader would hold against each other.
  const two = [model, index.models.find(({ maker }) => maker !== model.maker)!];
  await field.fill(two.map(({ id }) => id).join(' vs '));
  for (const one of two) {
    await expect(
      found.getByRole('link', { name: shortNameOf(one), exact: true }).first(),
    ).toBeVisible();
  }
  await field.fill('no such thing anywhere');
  await expect(said).toHaveText('Nothing has this name.');
  await expect(found).toHaveCount(0);
});

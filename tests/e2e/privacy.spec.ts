import { expect } from '@playwright/test';
import { announcement, searchField } from './index-table.ts';
import { test } from './secured-test.ts';

test('working with the table asks for nothing but code of this site, and keeps nothing', async ({
  page,
  context,
  baseURL,
}) => {
  await page.goto('/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await searchField(page).fill('llama');
  await page.getByRole('button', { name: 'Median' }).click();
  await expect(announcement(page)).toContainText('median, highest first');
  // Chromium asks for the site's icon again whenever the address changes.
  const own = [`${baseURL}/favicon.svg`, `${baseURL}/_astro/`, `${baseURL}/fonts/`];
  expect(asked.filter((url) => !own.some((start) => url.startsWith(start)))).toEqual([]);
  expect(await context.storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
});

test("the colours are the system's until the reader chooses, and the choice is kept", async ({
  page,
  context,
}) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/');
  const dark = await background();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const light = await background();
  expect(light).not.toBe(dark);

  await page.getByRole('button', { name: 'Dark' }).click();
  expect(await background()).toBe(dark);
  await expect(page.getByRole('button', { name: 'Light' })).toBeVisible();
  await page.reload();
  expect(await background()).toBe(dark);
  await page.goto('/methodology/');
  expect(await background()).toBe(dark);
  const { cookies, origins } = await context.storageState({ indexedDB: true });
  expect(cookies).toEqual([]);
  expect(origins.map(({ localStorage }) => localStorage)).toEqual([
    [{ name: 'theme', value: 'dark' }],
  ]);
});

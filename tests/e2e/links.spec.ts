import { expect } from '@playwright/test';
import { announcement, searchField, sortButton, visibleIds } from './index-table.ts';
import { test } from './secured-test.ts';
import { publishedIndex } from './site.ts';

const { models } = publishedIndex();
const { maker: provider } = models.find(({ evidence }) => evidence === 'architecture')!;

test('a link shows its reader what its sender saw', async ({ page, context }) => {
  await page.goto('/');
  await page.getByLabel('Provider').selectOption(provider);
  await page.getByRole('checkbox', { name: 'price' }).uncheck();
  await searchField(page).fill('a');
  await sortButton(page, /^Nine in ten/).click();
  await sortButton(page, /^Nine in ten/).click();
  await expect(page).toHaveURL(
    `/?q=a&provider=${provider}&evidence=measured,architecture,parameters&sort=-spread`,
  );
  const sent = await visibleIds(page);
  expect(sent.length).toBeGreaterThan(0);

  const reader = await context.newPage();
  await reader.goto(page.url());
  await expect(announcement(reader)).toHaveText((await announcement(page).textContent()) ?? '');
  expect(await visibleIds(reader)).toEqual(sent);
  await expect(reader).toHaveURL(page.url());
  await expect(searchField(reader)).toHaveValue('a');
  await expect(reader.getByLabel('Provider')).toHaveValue(provider);
  await expect(reader.getByRole('checkbox', { name: 'price' })).not.toBeChecked();
});

test('back and forward lead through what was shown', async ({ page }) => {
  await page.goto('/');
  const atFirst = await visibleIds(page);
  await page.getByLabel('Provider').selectOption(provider);
  // What filters is fetched with the first choice.
  await expect(page).toHaveURL(`/?provider=${provider}`);
  const ofProvider = await visibleIds(page);
  await sortButton(page, /^Model/).click();
  const byName = await visibleIds(page);

  await page.goBack();
  await expect(page).toHaveURL(`/?provider=${provider}`);
  await expect.poll(() => visibleIds(page)).toEqual(ofProvider);
  await page.goBack();
  await expect(page).toHaveURL('/');
  await expect(page.getByLabel('Provider')).toHaveValue('');
  await expect.poll(() => visibleIds(page)).toEqual(atFirst);
  await page.goForward();
  await page.goForward();
  await expect(page).toHaveURL(`/?provider=${provider}&sort=name`);
  await expect.poll(() => visibleIds(page)).toEqual(byName);
});

test('a choice put back leaves the address, and typing a word is one step of the way back', async ({
  page,
}) => {
  await page.goto('/404.html');
  await page.goto(`/?provider=${provider}&sort=-median`);
  await expect(page.getByLabel('Provider')).toHaveValue(provider);
  await page.getByLabel('Provider').selectOption('');
  await expect(page).toHaveURL('/?sort=-median');
  await sortButton(page, /^Median/).click();
  await expect(page).toHaveURL('/');
  await searchField(page).pressSequentially('qwen');
  await expect(page).toHaveURL('/?q=qwen');
  await page.goBack();
  await expect(page).toHaveURL('/?sort=-median');
});

test('coming back from a model shows the same rows again', async ({ page }) => {
  await page.goto(`/?provider=${provider}&sort=price`);
  const before = await visibleIds(page);
  await page.locator('[data-values]:visible a').first().click();
  await expect(page).toHaveURL(`/models/${before[0]}/`);
  await page.goBack();
  await expect(announcement(page)).toContainText('by price, lowest first');
  expect(await visibleIds(page)).toEqual(before);
});

test('links carry what the page that they lead to can be asked', async ({ page }) => {
  await page.goto('/?grid=SE&boundary=server&per=chat&unit=mg');
  const ofHeader = (path: string) => page.locator(`header a[href^="${path}"]`);
  await expect(ofHeader('/calculator/')).toHaveAttribute(
    'href',
    '/calculator/?grid=SE&boundary=server',
  );
  await expect(ofHeader('/frontier/')).toHaveAttribute('href', '/frontier/?unit=mg');
  await page.goto('/frontier/?grid=SE&unit=mg');
  const toModels = page.locator('main a[href^="/models/"]');
  test.skip((await toModels.count()) === 0, 'No model of this list has a score.');
  await expect(toModels.first()).toHaveAttribute('href', /\?unit=mg$/);
  // The lead is written anew in this unit, and its links with it.
  await expect
    .poll(() =>
      toModels.evaluateAll((links) => [
        ...new Set(links.map((link) => (link.getAttribute('href') ?? '').replace(/^[^?]*/, ''))),
      ]),
    )
    .toEqual(['?unit=mg']);
});

test('on paper stands what is asked', async ({ page }) => {
  await page.goto(`/?provider=${provider}&with=tools`);
  await expect(announcement(page)).toContainText(' of ');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('It must score at least')).toBeVisible();
  await expect(page.getByRole('button', { name: 'use tools' })).toBeVisible();
  await expect(page.getByLabel('Provider')).toBeVisible();
  await expect(page.locator('select[name=weights]')).toBeHidden();
  await expect(page.getByRole('checkbox', { name: 'price' })).toBeHidden();
});

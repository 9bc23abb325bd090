import { expect, type Locator, type Page } from '@playwright/test';
import { shortNameOf } from '../../src/library/model-names.ts';
import { nameWords } from '../../src/library/name-words.ts';
import { announcedAll, announcement, searchField, visibleIds, visibleRows } from './index-table.ts';
import { test } from './secured-test.ts';
import { publishedIndex } from './site.ts';

const { models } = publishedIndex();

/** The provider with the most models, so that the tests outlive a change of the list. */
const [provider, ofProvider] = [...Map.groupBy(models, ({ maker }) => maker)].toSorted(
  ([, a], [, b]) => b.length - a.length,
)[0]!;
const providerName = ofProvider[0]!.makerName;
const slug = ofProvider[0]!.id.split('/')[1]!;

async function expectShown(page: Page, ids: readonly string[]): Promise<void> {
  await expect(announcement(page)).toContainText(`${ids.length} of ${models.length} models, by`);
  expect((await visibleIds(page)).toSorted()).toEqual(ids.toSorted());
}

async function idOf(link: Locator): Promise<string> {
  const address = await link.getAttribute('href');
  return decodeURIComponent(address ?? '').replace(/^\/models\/|\/(\?.*)?$/g, '');
}

test("the search finds models by name whatever the case, by slug, and by their provider's name", async ({
  page,
}) => {
  await page.goto('/');
  const { name, id } = (await visibleRows(page))[40]!;
  const found = async (words: string) => {
    await searchField(page).fill(words);
    await expect(announcement(page)).toContainText(` of ${models.length} models`);
    return visibleIds(page);
  };
  expect(await found(name.toUpperCase())).toContain(id);
  expect(await found(slug)).toContain(`${provider}/${slug}`);
  await expect(page).toHaveURL(`/?q=${slug}`);
  expect(await found(providerName)).toEqual(
    expect.arrayContaining(ofProvider.map(({ id: own }) => own)),
  );
});

test('the provider filter shows that provider and nobody else', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Provider').selectOption(provider);
  await expectShown(
    page,
    ofProvider.map(({ id }) => id),
  );
  await expect(page).toHaveURL(`/?provider=${provider}`);
});

test('the evidence boxes choose what is shown, by keyboard too', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('checkbox', { name: 'price' }).uncheck();
  await page.getByRole('checkbox', { name: 'parameters' }).press('Space');
  await expectShown(
    page,
    models
      .filter(({ evidence }) => evidence === 'measured' || evidence === 'architecture')
      .map(({ id }) => id),
  );
  await expect(page).toHaveURL('/?evidence=measured,architecture');
});

test('"/" leads into the search, and is typed as itself once there', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await expect(searchField(page)).toBeFocused();
  await expect(searchField(page)).toHaveValue('');
  await page.keyboard.type(`${provider}/`);
  await expect(searchField(page)).toHaveValue(`${provider}/`);
  await expectShown(
    page,
    models.filter(({ id }) => id.includes(`${provider}/`)).map(({ id }) => id),
  );
});

test('finding nothing helps on, and everything can be had back', async ({ page }) => {
  await page.goto('/');
  const help = page.getByText('No model fits all of this');
  await expect(help).toBeHidden();
  await searchField(page).fill('no such model anywhere');
  await expect(help).toBeVisible();
  await expect(announcement(page)).toContainText(`0 of ${models.length} models`);
  await page.getByRole('button', { name: 'Show all models' }).click();
  await expect(help).toBeHidden();
  await expect(announcement(page)).toHaveText(
    announcedAll(models.length, 'by median, lowest first'),
  );
  await expect(searchField(page)).toHaveValue('');
  await expect(searchField(page)).toBeFocused();
  await expect(page).toHaveURL('/');

  const reset = page.getByRole('button', { name: 'Reset' });
  await expect(reset).toBeHidden();
  await page.getByLabel('Provider').selectOption(provider);
  await reset.click();
  await expect(reset).toBeHidden();
  await expect(page.getByLabel('Provider')).toHaveValue('');
});

test('Enter opens the model that is called so, and else leads to the best match', async ({
  page,
}) => {
  await page.goto('/');
  const { name, id } = models.find(({ evidence }) => evidence === 'parameters')!;
  await searchField(page).fill(providerName);
  await searchField(page).press('Enter');
  const best = page.locator('[data-values] a:focus');
  await expect(best).toBeVisible();
  expect(await visibleIds(page)).toContain(await idOf(best));

  await searchField(page).fill(nameWords(shortNameOf(name)).toReversed().join(' '));
  await searchField(page).press('Enter');
  await expect(page).toHaveURL(`/models/${id}/`);
});

test('a name that no row has is read as what it means, and that is said', async ({ page }) => {
  const { name, id } = models.find(({ evidence }) => evidence === 'measured')!;
  const decorated = `openrouter/${id}:nitro`;
  await page.goto(`/?q=${decorated}`);
  await expect(announcement(page)).toContainText(
    `1 of ${models.length} models, by median, lowest first; “${decorated}” is read as ${shortNameOf(name)}`,
  );
  expect(await visibleIds(page)).toEqual([id]);

  const word = nameWords(name).find((one) => /^[a-z]{5,}$/.test(one))!;
  const wrong = `${word.slice(0, 3)}${word.slice(2)}`;
  await searchField(page).fill(wrong);
  await expect(announcement(page)).toContainText(`nothing is called “${wrong}”; shown: `);
  expect(await visibleIds(page)).toContain(id);

  await searchField(page).fill('xyzzy plugh');
  await expect(announcement(page)).toContainText('nothing is called “xyzzy plugh”');
  await expect(page).toHaveURL('/?q=xyzzy+plugh');
  await expect(announcement(page)).toContainText(`0 of ${models.length} models`);
});

test('the lowest-carbon model with tools and 128k context under 1 USD is found, and stands in a link', async ({
  page,
}) => {
  await page.goto('/?with=tools&min-context=128k&max-price=1');
  const fitting = models
    .filter(
      ({ supportsTools, contextTokens = 0, listPrice }) =>
        supportsTools &&
        contextTokens >= 128_000 &&
        (listPrice.outputUsdPerMillionTokens ?? Number.POSITIVE_INFINITY) <= 1,
    )
    .toSorted(
      (a, b) =>
        a.perThousandOutputTokens.gramsCO2e.central - b.perThousandOutputTokens.gramsCO2e.central,
    );
  const shown = await visibleIds(page);
  expect(shown).toHaveLength(fitting.length);
  expect(shown[0]).toBe(fitting[0]?.id);
});

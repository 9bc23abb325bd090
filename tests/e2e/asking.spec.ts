import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import {
  announcedAll,
  announcement,
  columnHeader,
  indexTable,
  rowsIn,
  searchField,
  visibleRows,
} from './index-table.ts';
import { test } from './secured-test.ts';
import { builtPaths, publishedIndex, SCREENS, shows } from './site.ts';

const { models } = publishedIndex();
const columnValues: Record<
  string,
  { quality?: number; hosts: number; timesTypicalModel: { central: number } }
> = JSON.parse(readFileSync('dist/api/v1/index-columns.json', 'utf8')).models;

/** Whether the index begins with an answer, which takes models that have scores. */
const hasLevels = builtPaths().some((path) => /^choose\/.+\/index\.html$/.test(path));

/** The provider with the most models of a known size, as its name begins; they outlive a filter. */
const [[MAKER = ''] = []] = [
  ...Map.groupBy(
    models.filter(({ evidence }) => evidence !== 'price'),
    ({ makerName }) => makerName.split(' ')[0] ?? '',
  ),
].toSorted(([, a], [, b]) => b.length - a.length);

/** Waits until figures stand; slow machines take their time. */
async function computed(page: Page): Promise<void> {
  await expect(indexTable(page)).not.toHaveAttribute('aria-busy', { timeout: 40_000 });
}

test('figures per request follow the link, to the figure that the model’s own page publishes', async ({
  page,
}) => {
  test.slow();
  await page.goto('/');
  await page.getByRole('combobox', { name: 'Per', exact: true }).selectOption('coding-agent');
  await expect(page).toHaveURL('/?per=coding-agent');
  await computed(page);
  await expect(columnHeader(page, /^Median/)).toHaveAttribute('aria-sort', 'ascending');
  await expect(
    indexTable(page).getByRole('columnheader', { name: /per step of a coding agent/ }),
  ).toBeVisible();
  await expect(page).toHaveTitle('Models, per step of a coding agent · LLM Carbon Index');
  const rows = await visibleRows(page);
  const cannot = rows.filter(({ median }) => median === '–');
  // A prompt of 150,000 tokens does not fit into every model; those stand last, with the reason.
  const short = models.filter(
    ({ contextTokens = 0 }) => contextTokens > 0 && contextTokens <= 150_000,
  );
  expect(cannot.map(({ id }) => id)).toEqual(expect.arrayContaining(short.map(({ id }) => id)));
  expect(rows.slice(rows.length - cannot.length).map(({ id }) => id)).toEqual(
    cannot.map(({ id }) => id),
  );
  if (cannot.length > 0) {
    await expect(rowsIn(page).last().locator('.spread')).toHaveAttribute('title', /context/);
  }

  const [first] = rows;
  await rowsIn(page).first().getByRole('link').click();
  await expect(page).toHaveURL(`/models/${first!.id}/?per=coding-agent`);
  const published = page.getByRole('row', { name: /^Coding agent, one step/ });
  await expect(published.locator('.median')).toHaveText(first!.median);
  await expect(published.locator('.spread')).toHaveText(first!.spread);
  await expect(page.getByRole('region', { name: 'As you ask' })).toContainText(
    `about ${first!.median} gCO2e per step of a coding agent`,
  );
});

test('figures as multiples: of the typical model as published, of the model in use draw by draw', async ({
  page,
}) => {
  test.slow();
  await page.goto('/');
  const form = page.getByRole('combobox', { name: 'Show' });
  await form.selectOption({ label: 'times the typical model' });
  await expect(page).toHaveURL('/?against=typical');
  await computed(page);
  await expect(
    indexTable(page).getByRole('columnheader', { name: /^Times the typical model, per 1000/ }),
  ).toBeVisible();
  const [lowest] = await visibleRows(page);
  const { timesTypicalModel } = columnValues[lowest!.id]!;
  expect(shows(lowest!.median, timesTypicalModel.central)).toBe(true);

  const timesNow = form.getByRole('option', { name: 'times the model I now use' });
  await expect(timesNow).toHaveCount(hasLevels ? 1 : 0);
  // Without scores nothing is answered, and nobody asked for the model in use.
  if (!hasLevels) return;
  await form.selectOption({ label: 'times the model I now use' });
  await expect(page.getByRole('alert')).toContainText('Name the model that you now use');
  await page.getByRole('combobox', { name: 'I now use' }).fill(lowest!.id);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/?now=${lowest!.id}&against=now`);
  await computed(page);
  await expect(
    indexTable(page).getByRole('columnheader', { name: /^Times .*, per 1000/ }),
  ).toBeVisible();
  await expect(rowsIn(page).first().locator('.median')).toHaveText('1.0');
  await expect(rowsIn(page).first().locator('.spread')).toHaveText('1.0–1.0');
  await expect(page.getByRole('alert')).toBeHidden();
});

test('milligrams are chosen once: index, model and comparison weigh alike', async ({ page }) => {
  const grams = new Map(
    models.map(({ id, perThousandOutputTokens }) => [id, perThousandOutputTokens.gramsCO2e]),
  );
  await page.goto('/');
  await page.getByRole('combobox', { name: 'Unit of mass' }).selectOption('Milligrams');
  await expect(page).toHaveURL('/?unit=mg');
  await expect(
    indexTable(page).getByRole('columnheader', { name: /^mgCO2e per 1000 output tokens/ }),
  ).toBeVisible();
  if (hasLevels) {
    await expect(page.locator('carbon-answer .answer')).toContainText('mgCO2e');
    // Nothing beside it stays in grams.
    await expect(page.locator('.ladder b').first()).toContainText(/[\d.]+ mg/);
  }
  const rows = await visibleRows(page);
  expect(rows.length).toBe(models.length);
  for (const { id, median } of rows) {
    expect([id, shows(median, 1000 * grams.get(id)!.central)]).toEqual([id, true]);
  }
  const [first, second] = rows;
  await rowsIn(page).first().getByRole('link').click();
  await expect(page).toHaveURL(`/models/${first!.id}/?unit=mg`);
  await expect(page.getByRole('region', { name: 'As you ask' })).toContainText(
    `about ${first!.median} mgCO2e per 1000 output tokens`,
  );
  // Beside a scenario, what is as served is in the same unit.
  await page.goto(`/models/${first!.id}/?unit=mg&pue=1.9`);
  const asServed = page.getByRole('region', { name: 'As you ask' }).locator('tbody tr').nth(1);
  await expect
    .poll(async () =>
      shows(await asServed.locator('.median').innerText(), 1000 * grams.get(first!.id)!.central),
    )
    .toBe(true);
  await page.goto(`/compare/?models=${first!.id},${second!.id}&unit=mg`);
  await expect(page.locator(`[data-model="${first!.id}"] [data-cell=median]`)).toHaveText(
    first!.median,
  );
  await expect(page.locator('[data-part=attributes] tbody th').first()).toHaveText(
    'mgCO2e per 1000 output tokens',
  );
});

test('chosen columns are filled, sort, and stand in the link', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: /^Quality/ }).check();
  await page.getByRole('checkbox', { name: /^Hosts/ }).check();
  await page.getByRole('checkbox', { name: /^Evidence/ }).uncheck();
  await expect(page).toHaveURL('/?columns=class,price,quality,hosts');
  await page.keyboard.press('Escape');
  await columnHeader(page, /^Quality/)
    .getByRole('button')
    .click();
  await columnHeader(page, /^Quality/)
    .getByRole('button')
    .click();
  await expect(announcement(page)).toHaveText(
    announcedAll(models.length, 'by Quality (AA), highest first'),
  );
  // A list may carry no scores.
  const [best] = Object.values(columnValues)
    .flatMap(({ quality = [] }) => quality)
    .toSorted((a, b) => b - a);
  await expect(rowsIn(page).first().locator('[data-column=quality]')).toHaveText(
    best?.toFixed(1) ?? '',
  );
  await expect(page.getByRole('columnheader', { name: 'Evidence' })).toBeHidden();
  await page.reload();
  // The column's values come after the page.
  await expect(announcement(page)).toContainText('by Quality (AA), highest first');
  const [first] = await visibleRows(page);
  await expect(rowsIn(page).first().locator('[data-column=hosts]')).toHaveText(
    String(columnValues[first!.id]!.hosts),
  );
  await page.setViewportSize(SCREENS.phone);
  // On a phone what a model lacks takes no room.
  const shown = best === undefined ? 'hosts' : 'quality';
  await expect(rowsIn(page).first().locator(`[data-column=${shown}]`)).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});

test('by keyboard alone: search, filter, sort, select three, compare', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await page.keyboard.type(MAKER);
  await expect(searchField(page)).toHaveValue(MAKER);
  await tabTo(page, 'combobox', 'Provider');
  await page.keyboard.type(MAKER);
  await tabTo(page, 'checkbox', /^price/);
  await page.keyboard.press('Space');
  await tabTo(page, 'button', /^Median/);
  await page.keyboard.press('Enter');
  await expect(announcement(page)).toContainText('by median, highest first');
  const [first, second, third] = await visibleRows(page);
  for (const row of [first, second, third]) {
    await tabTo(page, 'checkbox', `Compare ${row!.name}`);
    await page.keyboard.press('Space');
  }
  await tabTo(page, 'link', 'Compare these 3');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/compare/?models=${first!.id},${second!.id},${third!.id}`);
  await page.goBack();
  await expect(page.getByRole('link', { name: 'Compare these 3' })).toBeVisible();
});

/** Goes on with Tab until this has the focus; fails where it never comes. */
async function tabTo(
  page: Page,
  role: 'button' | 'checkbox' | 'combobox' | 'link',
  name: string | RegExp,
): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  // Each row has two stops, and a provider may have many rows.
  for (let stop = 0; stop < 2 * models.length; stop += 1) {
    await page.keyboard.press('Tab');
    if (
      await wanted.evaluateAll((elements) =>
        elements.some((element) => element === document.activeElement),
      )
    )
      return;
  }
  expect(null, `${role} ${name} by Tab`).not.toBeNull();
}

import { expect, type Page } from '@playwright/test';
import {
  announcement,
  indexTable,
  sortButton,
  type VisibleRow,
  visibleRows,
} from './index-table.ts';
import { test } from './secured-test.ts';
import { publishedIndex, SCREENS } from './site.ts';

const figures = ({ id, median, spread }: VisibleRow) => ({ id, median, spread });

/** Waits until figures stand; slow machines take their time. */
async function computed(page: Page): Promise<void> {
  await expect(indexTable(page)).not.toHaveAttribute('aria-busy', { timeout: 40_000 });
}

test('a scenario set by keyboard changes every figure, stands in the link, and goes with one click', async ({
  page,
  browser,
}) => {
  // Three estimates of the whole list, each in a thread of the browser.
  test.slow();
  await page.goto('/');
  const asServed = (await visibleRows(page)).map(figures);
  await page.getByLabel('Grid', { exact: true }).fill('france');
  await page.keyboard.press('Tab');
  await expect(page).toHaveURL('/?grid=FR');
  const words = page.getByText(/Your scenario: grid France, \d+ gCO₂e\/kWh/);
  await expect(words).toBeVisible();
  await computed(page);
  const inFrance = (await visibleRows(page)).map(figures);
  expect(inFrance.map(({ id }) => id).toSorted()).toEqual(asServed.map(({ id }) => id).toSorted());
  const medians = new Map(asServed.map(({ id, median }) => [id, Number(median)]));
  const lower = inFrance.filter(({ id, median }) => Number(median) < medians.get(id)!);
  expect(lower.length).toBeGreaterThan(0.95 * inFrance.length);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(page.url());
  await computed(other);
  await expect(other.getByText('Your scenario: grid France')).toBeVisible();
  expect((await visibleRows(other)).map(figures)).toEqual(inFrance);
  const [first] = inFrance;
  await other.locator(`a[href^="/models/${first!.id}/"]`).first().click();
  await expect(other).toHaveURL(`/models/${first!.id}/?grid=FR`);
  await expect(other.getByText(/In this scenario: about/)).toContainText(first!.median);
  const bars = other.getByRole('region', { name: 'As you ask' }).locator('.range-chart tbody tr');
  await expect(bars).toContainText([
    `In your scenario ${first!.median}`,
    `As served ${medians.get(first!.id)}`,
  ]);
  await other.setViewportSize(SCREENS.phone);
  const hidden = await other
    .getByRole('region', { name: 'As you ask' })
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  // The tick at the end of an axis is as wide as a line.
  expect(hidden).toBeLessThanOrEqual(1);
  await elsewhere.close();

  await sortButton(page, /^Model/).click();
  await expect(page).toHaveURL('/?sort=name&grid=FR');
  await page.mouse.wheel(0, 2000);
  const backToAsServed = page.getByRole('button', { name: /^As served/ });
  await expect(backToAsServed).toBeInViewport();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page).toHaveURL('/?grid=FR');
  await expect(announcement(page)).toContainText('by median, lowest first');
  expect((await visibleRows(page)).map(figures)).toEqual(inFrance);

  await backToAsServed.click();
  await expect(page).toHaveURL('/');
  await expect(words).toBeHidden();
  expect((await visibleRows(page)).map(figures)).toEqual(asServed);
});

test('a comparison follows the scenario, and a grid that nobody knows is said', async ({
  page,
}) => {
  const [first, second] = publishedIndex().models;
  const models = `models=${first!.id},${second!.id}`;
  const medians = () => page.locator('[data-part=chart] .median').allTextContents();
  await page.goto(`/compare/?${models}`);
  await expect(page.locator('[data-probability]')).toHaveCount(1);
  const asServed = await medians();
  await page.getByLabel('Boundary').selectOption('the accelerators alone');
  await expect(page).toHaveURL(`/compare/?${models}&boundary=accelerators`);
  await expect
    .poll(async () =>
      (await medians()).every((text, row) => text !== '' && Number(text) < Number(asServed[row])),
    )
    .toBe(true);
  await page.getByLabel('PUE').fill('9');
  await page.keyboard.press('Tab');
  await expect(page.locator('input:invalid')).toHaveValue('9');
  await expect(page).toHaveURL(`/compare/?${models}&boundary=accelerators`);
  await page.goto(`/compare/?${models}&grid=Atlantis`);
  await expect(page.getByRole('alert')).toContainText('Atlantis');
  await expect.poll(medians).toEqual(asServed);
});

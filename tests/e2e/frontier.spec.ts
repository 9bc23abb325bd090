import { expect, type Page, test } from '@playwright/test';
import * as z from 'zod';
import { builtFile, SCREENS, shows } from './site.ts';

const Rated = z.object({
  models: z.array(
    z.object({
      id: z.string(),
      maker: z.string(),
      weights: z.string(),
      artificialAnalysis: z
        .object({ intelligence: z.number().optional(), coding: z.number().optional() })
        .optional(),
      perThousandOutputTokens: z.object({ gramsCO2e: z.object({ central: z.number() }) }),
    }),
  ),
});
const { models } = Rated.parse(JSON.parse(builtFile('api/v1/index.json')));
const rated = new Map(
  models
    .filter(({ artificialAnalysis }) => artificialAnalysis?.intelligence !== undefined)
    .map((model) => [model.id, model]),
);

/** The table's rows that can be seen: id, index, median and probability. */
function visibleRows(page: Page) {
  return page.locator('tr[data-rated]:not([hidden])').evaluateAll((rows) =>
    rows.map((row) => {
      const figure = (cell: string) =>
        row.querySelector(`td.${cell}`)?.lastChild?.textContent?.trim() ?? '';
      return {
        id: row.querySelector('a')?.pathname.replace(/^\/models\/|\/$/g, '') ?? '',
        index: Number(figure('index')),
        median: figure('median'),
        probability: figure('front'),
      };
    }),
  );
}

/** What the page's address asks for. */
function asked(page: Page) {
  return Object.fromEntries(new URL(page.url()).searchParams);
}

test('the frontier shows what the index shows of its models, filtered and sorted as a link says', async ({
  page,
}) => {
  await page.goto('/frontier/?weights=open&sort=-index');
  const open = [...rated.values()].filter(({ weights }) => weights === 'open');
  await expect(page.locator('[data-shown]')).toHaveText(`${open.length} of ${rated.size} models`);
  const rows = await visibleRows(page);
  expect(rows.map(({ id }) => id).toSorted()).toEqual(open.map(({ id }) => id).toSorted());
  for (const [position, { id, index, median }] of rows.entries()) {
    const { artificialAnalysis, perThousandOutputTokens } = rated.get(id)!;
    expect(index).toBe(artificialAnalysis?.intelligence);
    expect([id, shows(median, perThousandOutputTokens.gramsCO2e.central)]).toEqual([id, true]);
    expect(index).toBeLessThanOrEqual(rows[position - 1]?.index ?? index);
  }
  await expect(page.locator('.point:not([data-out])')).toHaveCount(open.length);

  const mistral = open.filter(({ maker }) => maker === 'mistralai');
  await page.getByLabel('Provider').selectOption('mistralai');
  await page.getByRole('button', { name: 'Median' }).press('Enter');
  await expect
    .poll(() => asked(page))
    .toEqual({ sort: 'median', provider: 'mistralai', weights: 'open' });
  const ofMistral = await visibleRows(page);
  expect(ofMistral).toHaveLength(mistral.length);
  // A filter leaves a probability as it is among all models.
  for (const row of ofMistral) expect(rows).toContainEqual(row);

  await page.getByRole('link', { name: 'coding', exact: true }).click();
  await expect(page).toHaveURL(/\/frontier\/coding\//);
  expect(asked(page)).toEqual({ provider: 'mistralai', weights: 'open' });
  const coding = mistral.filter(
    ({ artificialAnalysis }) => artificialAnalysis?.coding !== undefined,
  );
  expect(coding.length).toBeGreaterThan(0);
  // The address is there before the page's own code has read it.
  await expect(page.locator('tr[data-rated]:not([hidden])')).toHaveCount(coding.length);
  const ids = (await visibleRows(page)).map(({ id }) => id);
  expect(ids.filter((id) => !id.startsWith('mistralai/'))).toEqual([]);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page).toHaveURL('/frontier/coding/');
  await expect(page.locator('[data-out], tr[hidden]')).toHaveCount(0);
});

test('the chart names those on the front, no name over another, on a laptop and on a phone', async ({
  page,
}) => {
  await page.goto('/frontier/coding/request/');
  await page.evaluate(() => document.fonts.ready);
  const onFront = await page.locator('.lead a').allTextContents();
  expect(onFront.length).toBeGreaterThan(0);
  for (const size of [SCREENS.laptop, SCREENS.phone]) {
    await page.setViewportSize(size);
    const names = page.locator('.name text').filter({ visible: true });
    const boxes = await names.evaluateAll((texts) =>
      texts.map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return { name: text.textContent?.trim(), left, right, top, bottom };
      }),
    );
    expect(boxes.map(({ name }) => name)).toEqual(expect.arrayContaining(onFront));
    for (const [position, a] of boxes.entries()) {
      expect(a.left).toBeGreaterThanOrEqual(0);
      expect(a.right).toBeLessThanOrEqual(size.width);
      const over = boxes.slice(position + 1).filter(
        // A line's box is higher than its letters.
        (b) => a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom,
      );
      expect([a.name, over]).toEqual([a.name, []]);
    }
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(sideways).toBeLessThanOrEqual(size.width);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the frontier is complete, and its controls are links alone', async ({ page }) => {
    await page.goto('/frontier/?weights=open');
    expect(await visibleRows(page)).toHaveLength(rated.size);
    await expect(page.getByRole('combobox')).toHaveCount(0);
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await page.getByRole('link', { name: 'agentic' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page).toHaveURL('/frontier/agentic/');
  });
});

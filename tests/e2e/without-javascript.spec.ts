import { expect } from '@playwright/test';
import { visibleRows } from './index-table.ts';
import { test } from './secured-test.ts';
import { publishedIndex, shows } from './site.ts';

test.use({ javaScriptEnabled: false });

const { models } = publishedIndex();

test('the index shows every model with its name, median and range', async ({ page }) => {
  await page.goto('/');
  const rows = new Map((await visibleRows(page)).map((row) => [row.id, row]));
  expect(rows.size).toBe(models.length);
  for (const { id, evidence, perThousandOutputTokens } of models) {
    const row = rows.get(id)!;
    const { low, central, high } = perThousandOutputTokens.gramsCO2e;
    const [from = '', to = ''] = row.spread.split('–');
    expect(row.name).not.toBe('');
    expect(row.evidence).toBe(evidence);
    expect([id, shows(row.median, central), shows(from, low), shows(to, high)]).toEqual([
      id,
      true,
      true,
      true,
    ]);
  }
});

test('a link with a state shows the whole index rather than nothing', async ({ page }) => {
  await page.goto('/?provider=openai&sort=-price');
  expect(await visibleRows(page)).toHaveLength(models.length);
});

test('controls that would do nothing are not shown', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('search')).toBeHidden();
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await expect(
    page.getByRole('button', { name: /^(Dark|Light|Reset|Show all models)$/ }),
  ).toHaveCount(0);
});

test('models, methodology and the entries without an estimate can be read', async ({ page }) => {
  for (const address of [`/models/${models[0]!.id}/`, '/methodology/', '/not-estimated/']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(2);
    await expect(page.getByRole('table').first()).toBeVisible();
  }
});

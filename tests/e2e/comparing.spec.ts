import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { compareModels } from '../../src/estimation/comparison.ts';
import { prepare } from '../../src/estimation/preparation.ts';
import { publishedIndex, publishedInputs } from './site.ts';

const { models } = publishedIndex();
const inputs = publishedInputs();
const { method } = JSON.parse(readFileSync('dist/api/v1/method.json', 'utf8'));
const preparation = prepare(method);
const [sized, priced] = (['parameters', 'price'] as const).map(
  (tier) => models.find(({ evidence }) => evidence === tier)!,
);

const pairs = (page: Page) => page.locator('[data-probability]');
const rows = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });

test('a pair compared in the browser gives the very figure of the core that built the site', async ({
  page,
}) => {
  await page.goto(`/compare/?models=${sized!.id},${priced!.id}`);
  const expected = compareModels(
    { id: sized!.id, input: inputs.get(sized!.id)! },
    { id: priced!.id, input: inputs.get(priced!.id)! },
    preparation,
  ).outputGramsCO2e.probabilityLess;
  await expect(pairs(page)).toHaveCount(1);
  await expect(pairs(page)).toHaveAttribute('data-probability', String(expected));
});

test('a model page says the same probability of its neighbour', async ({ page }) => {
  await page.goto(`/models/${sized!.id}/`);
  const row = page
    .getByRole('row')
    .filter({ has: page.locator('td.extra', { hasText: /0\.\d\d/ }) })
    .first();
  const said = (await row.locator('td.extra').textContent())?.match(/0\.\d\d|1\.00/)?.[0];
  const neighbour = await row.getByRole('link').getAttribute('href');
  await page.goto(`/compare/?models=${sized!.id},${neighbour!.replace(/^\/models\/|\/$/g, '')}`);
  const probability = Number(await pairs(page).getAttribute('data-probability'));
  expect(probability.toFixed(2)).toBe(said);
});

test('models are added and taken out, and the link keeps them', async ({ page }) => {
  await page.goto('/compare/');
  await page.getByLabel('Add a model').fill(sized!.id);
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.getByLabel('Add a model').fill(priced!.id);
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(2);
  await expect(page).toHaveURL(`/compare/?models=${sized!.id},${priced!.id}`);
  await page.reload();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: `Remove ${sized!.name}` }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.goBack();
  await expect(rows(page)).toHaveCount(2);
});

test('an id that is not in this release is explained, not dropped', async ({ page }) => {
  await page.goto(`/compare/?models=${sized!.id},nobody/nothing`);
  await expect(page.getByText(/^nobody\/nothing is not among the estimated models/)).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
});

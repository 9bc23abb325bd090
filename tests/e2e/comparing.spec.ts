import { expect, type Page } from '@playwright/test';
import { compareWorkloads } from '../../src/estimation/comparison.ts';
import { prepare } from '../../src/estimation/preparation.ts';
import { PER_THOUSAND_OUTPUT_TOKENS, type Workload } from '../../src/estimation/workload.ts';
import { shortNameOf } from '../../src/library/model-names.ts';
import type { RequestsJson } from '../../src/published/requests-json.ts';
import { test } from './secured-test.ts';
import { builtFile, builtPaths, publishedIndex, publishedInputs } from './site.ts';

const { models } = publishedIndex();
const inputs = publishedInputs();
const { method } = JSON.parse(builtFile('api/v1/method.json'));
const preparation = prepare(method);
const [sized, priced] = (['parameters', 'price'] as const).map(
  (tier) => models.find(({ evidence }) => evidence === tier)!,
);

const pairs = (page: Page) => page.locator('[data-probability]');
const rows = (page: Page) => page.locator('[data-part=chart] tr[data-model]');

function expectedProbability(workload: Workload = PER_THOUSAND_OUTPUT_TOKENS): string {
  const [a, b] = [sized!, priced!].map(({ id }) => ({ input: inputs.get(id)!, workload }));
  return String(compareWorkloads(a!, b!, preparation).probabilityLess);
}

test('a pair compared in the browser gives the very figure of the core that built the site', async ({
  page,
}) => {
  await page.goto(`/compare/?models=${sized!.id},${priced!.id}`);
  await expect(pairs(page)).toHaveCount(1);
  await expect(pairs(page)).toHaveAttribute('data-probability', expectedProbability());
});

test('figures, pairs and title follow what is asked', async ({ page }) => {
  const { presets }: RequestsJson = JSON.parse(builtFile('api/v1/requests.json'));
  const { workload } = presets.find(({ id }) => id === 'chat')!;
  await page.goto(`/compare/?models=${sized!.id},${priced!.id}&per=chat`);
  await expect(pairs(page)).toHaveAttribute('data-probability', expectedProbability(workload));
  await expect(pairs(page)).toContainText('per chat request');
  await expect(page).toHaveTitle(/^.+ or .+, per chat request · LLM Carbon Index$/);
  await page.locator('per-choice select').selectOption('output');
  await expect(pairs(page)).toHaveAttribute('data-probability', expectedProbability());
  await expect(page).toHaveTitle(/per 1000 output tokens/);
});

test('a model page says how often it emits more than its neighbour, and the comparison how often less', async ({
  page,
}) => {
  await page.goto(`/models/${sized!.id}/`);
  const row = page
    .getByRole('row')
    .filter({ has: page.locator('td.further', { hasText: /of 100/ }) })
    .first();
  const said = (await row.locator('td.further').textContent())?.match(/(\d+) of 100/)?.[1];
  const neighbour = await row.getByRole('link').getAttribute('href');
  await page.goto(`/compare/?models=${sized!.id},${neighbour!.replace(/^\/models\/|\/$/g, '')}`);
  await expect(pairs(page)).toHaveCount(1);
  const probability = Number(await pairs(page).getAttribute('data-probability'));
  expect(Math.abs(100 * (1 - probability) - Number(said))).toBeLessThanOrEqual(1);
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
  await page.locator(`[data-model="${sized!.id}"] [data-change=remove]`).click();
  await expect(rows(page)).toHaveCount(1);
  await page.goBack();
  await expect(rows(page)).toHaveCount(2);
});

test('a name is enough: Enter takes the best match, which is shown, and the link has its slug', async ({
  page,
}) => {
  await page.goto('/compare/');
  const field = page.getByRole('combobox', { name: 'Add a model' });
  const options = page.getByRole('listbox').getByRole('option');
  await field.pressSequentially(shortNameOf(sized!.name).toLowerCase());
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(options.first()).toContainText(shortNameOf(sized!.name));
  await field.press('Enter');
  await expect(page.getByText(`Added ${shortNameOf(sized!.name)}.`)).toBeVisible();
  await expect(page).toHaveURL(`/compare/?models=${sized!.id}`);
  await expect(options).toHaveCount(0);

  // Another of the suggestions, by the arrows.
  await field.fill(priced!.makerName);
  await expect(options.first()).toBeVisible();
  await field.press('Escape');
  await expect(options).toHaveCount(0);
  await field.press('ArrowDown');
  await expect(options.first()).toBeVisible();
  await field.press('ArrowUp');
  const last = options.last();
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', (await last.getAttribute('id'))!);
  await last.click();
  await expect(page.getByText(/^Added /)).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
});

test('what is no model’s name is not added, and says what may be meant', async ({ page }) => {
  await page.goto(`/compare/?models=${sized!.id}`);
  await expect(rows(page)).toHaveCount(1);
  const field = page.getByLabel('Add a model');
  const ofTomorrow = `${sized!.id}-of-tomorrow`;
  await field.fill(ofTomorrow);
  await field.press('Enter');
  const said = page.getByText(`“${ofTomorrow}” is not among the estimated models. Did you mean `);
  await expect(said).toContainText(shortNameOf(sized!.name));
  await expect(field).toHaveValue(ofTomorrow);
  await field.fill(`openrouter/${sized!.id}:nitro`);
  await field.press('Enter');
  await expect(page.getByText(`${sized!.id} is compared already.`)).toBeVisible();
  await expect(page).toHaveURL(`/compare/?models=${sized!.id}`);
});

test('an id that is not in this release is explained, not dropped', async ({ page }) => {
  await page.goto(`/compare/?models=${sized!.id},nobody/nothing,${priced!.id}:batch`);
  const main = page.getByRole('main');
  await expect(
    main.getByText('nobody/nothing is not compared. It is not on the list'),
  ).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: `Compare ${priced!.name}` }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Take nobody/nothing out' }).click();
  await expect(page).toHaveURL(`/compare/?models=${sized!.id},${priced!.id}`);
});

test('a seventh model is refused with a sentence', async ({ page }) => {
  const [seventh, ...six] = models.slice(0, 7).map(({ id }) => id);
  await page.goto(`/compare/?models=${six.join(',')}`);
  await expect(rows(page)).toHaveCount(6);
  await page.getByLabel('Add a model').fill(seventh!);
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByText('6 models at most stand side by side')).toBeVisible();
  await expect(rows(page)).toHaveCount(6);
});

test('models change places', async ({ page }) => {
  await page.goto(`/compare/?models=${sized!.id},${priced!.id}`);
  await page.locator(`[data-model="${priced!.id}"] [data-change=up]`).click();
  await expect(page).toHaveURL(`/compare/?models=${priced!.id},${sized!.id}`);
  await expect(rows(page).first()).toHaveAttribute('data-model', priced!.id);
  await expect(page.locator(`[data-model="${priced!.id}"] [data-change=down]`)).toBeFocused();
});

test('attributes can be narrowed to differences; all is copied as Markdown and as HTML without scripts, with its link', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const path = `/compare/?models=${sized!.id},${priced!.id}`;
  await page.goto(path);
  // Once the example has made room for what the link asks for.
  await expect(pairs(page)).toHaveCount(1);
  const all = page.locator('[data-part=attributes] tbody tr:visible');
  const differing = page.locator('[data-part=attributes] tbody tr[data-differs]');
  await expect(differing.filter({ hasText: 'Evidence' })).toHaveCount(1);
  expect(await all.count()).toBeGreaterThan(await differing.count());
  await page.getByLabel('Differences only').check();
  await expect(all).toHaveCount(await differing.count());
  await page.getByRole('button', { name: 'Markdown' }).click();
  await expect(page.getByText('Markdown copied.')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('| Evidence | parameters (tier 2b) | price (tier 3) |');
  expect(text).toContain(`${baseURL}${path}`);
  await page.getByRole('button', { name: 'HTML' }).click();
  await expect(page.getByText('HTML for a page copied.')).toBeVisible();
  const html = await page.evaluate(() => navigator.clipboard.readText());
  expect(html).toMatch(/^<a href="http[^"]+models=[^"]+"><svg .+<\/svg><\/a>\n$/s);
  expect(html).not.toContain('<script');
});

test('curves are fetched when they are asked for, and by no other page', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/compare/');
  const button = page.getByRole('button', { name: 'Distributions as curves' });
  expect(asked.filter((url) => /react|Distribution/.test(url))).toEqual([]);
  await button.click();
  // They are fetched where they come into view, and the button may stand at the lower edge.
  await page.locator('#distributions').scrollIntoViewIfNeeded();
  await expect(page.getByRole('application')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Density' })).toBeVisible();
  const withIsland = builtPaths().filter(
    (path) => path.endsWith('.html') && builtFile(path).includes('<astro-island'),
  );
  expect(withIsland).toEqual(['compare/index.html']);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page shows an example, whole', async ({ page }) => {
    await page.goto('/compare/');
    await expect(rows(page)).toHaveCount(3);
    await expect(pairs(page)).toHaveCount(3);
    await expect(page.locator('[data-part=example]')).toBeVisible();
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    await expect(page.locator('[data-part=attributes] tbody tr')).not.toHaveCount(0);
  });
});

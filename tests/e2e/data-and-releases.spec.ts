import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { succeeds } from '../../scripts/browser/run-command.ts';
import { readReleaseList } from '../../src/release/archive.ts';
import { test } from './secured-test.ts';
import { builtFile, publishedIndex } from './site.ts';

/** The model that the examples are of. */
const [, FILE = ''] =
  /\/api\/v1\/models\/([^"'\s]+)\.json/.exec(builtFile('data/index.html')) ?? [];
const MODEL = FILE.replaceAll('=', ':');
const { perThousandOutputTokens } = publishedIndex().models.find(({ id }) => id === MODEL)!;
const { low, central, high } = perThousandOutputTokens.gramsCO2e;
const answer = `${central} gCO2e per 1000 output tokens, 5th to 95th percentile ${low} to ${high}`;

/** An example of the data page, reading from the site under test instead of its public address. */
async function example(page: Page, name: string, baseURL: string | undefined): Promise<string> {
  const code = (await page.locator(`[data-example=${name}]`).textContent()) ?? '';
  return code.replaceAll(/https?:\/\/[^/'"\s]+(?=\/api\/)/g, baseURL ?? '');
}

test.describe('the examples of the data page work as they stand', () => {
  test.beforeEach(({ page }) => page.goto('/data/'));

  test('JavaScript', async ({ page, baseURL }) => {
    const code = await example(page, 'javascript', baseURL);
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', code]);
    expect(output.toString()).toContain(answer);
  });

  test('curl', async ({ page, baseURL }, info) => {
    test.skip(!succeeds('curl', ['--version']), 'This machine has no curl.');
    const code = await example(page, 'curl', baseURL);
    const file = info.outputPath('index.csv');
    const output = execFileSync(
      'sh',
      ['-ec', code.replace('--output index.csv', `--output ${file}`)],
      {
        maxBuffer: 1e8,
      },
    );
    expect(JSON.parse(output.toString())).toMatchObject({ id: MODEL });
    expect(readFileSync(file, 'utf8')).toBe(builtFile('api/v1/index.csv'));
  });

  test('Python', async ({ page, baseURL }) => {
    test.skip(!succeeds('python3', ['--version']), 'This machine has no Python.');
    const code = await example(page, 'python', baseURL);
    expect(execFileSync('python3', ['-c', code]).toString()).toContain(answer);
  });
});

test('a release is found again, from the list to the bytes that were published', async ({
  page,
  request,
}) => {
  const [first] = readReleaseList('.');
  await page.goto('/releases/');
  await page.getByRole('link', { name: first!.release, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Release ${first!.release}`);
  await expect(page.getByText(first!.files['index.json'].sha256)).toBeVisible();
  await expect(page.getByRole('main')).toContainText(`method ${first!.methodVersion}`);
  const served = await request.get(`/releases/${first!.release}/index.csv`);
  const archived = readFileSync(`data/releases/${first!.release}/index.csv`);
  expect(Buffer.compare(await served.body(), archived)).toBe(0);
});

test('all releases of one day stand at the address of the day', async ({ page }) => {
  const { date } = readReleaseList('.')[0]!;
  const ofDay = readReleaseList('.').filter((one) => one.date === date);
  await page.goto(`/releases/${date}/`);
  for (const { release } of ofDay) {
    await expect(page.getByRole('link', { name: release, exact: true }).first()).toBeVisible();
  }
});

test('each version of the method says what it changed and how far figures moved', async ({
  page,
}) => {
  await page.goto('/methodology/versions/');
  await expect(page.getByRole('heading', { name: /^1\.1/ })).toBeVisible();
  const table = page.getByRole('table').first();
  await expect(table.getByRole('row')).toHaveCount(5);
  for (const cell of await table
    .getByRole('row')
    .nth(1)
    .getByRole('cell')
    .nth(2)
    .allTextContents()) {
    expect(cell.trim()).toMatch(/^× [\d.]+–[\d.]+$/);
  }
});

test('what moved is found by name and by reason, and the link keeps both', async ({ page }) => {
  await page.goto('/changes/');
  const rows = page.locator('tr[data-moved]:not([hidden])');
  const all = await rows.count();
  test.skip(all === 0, 'no figure differs from the release before');
  const name = (await rows.last().locator('th a').textContent()) ?? '';
  await page.getByLabel('Find').fill(name);
  await expect(rows.first().locator('th a')).toContainText(name.split(' ')[0] ?? '');
  const found = await rows.count();
  expect(found).toBeGreaterThan(0);
  await page.goto(page.url());
  await expect(page.locator('output[data-shown]')).toHaveText(`${found} of ${all} figures`);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page).toHaveURL('/changes/');
  await expect(rows).toHaveCount(all);
});

test('data that are more than 30 days old say how many', async ({ page }) => {
  const [, date = ''] = /Release <time datetime="([\d-]+)"/.exec(builtFile('index.html')) ?? [];
  for (const [days, text] of [
    [30, `Release ${date} CSV`],
    [31, `Release ${date} (31 days ago) CSV`],
  ] as const) {
    await page.clock.setFixedTime(Date.parse(date) + days * 86_400_000 + 3_600_000);
    await page.goto('/');
    await expect(page.locator('.intro')).toContainText(text);
  }
});

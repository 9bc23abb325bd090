import { expect, type Locator } from '@playwright/test';
import * as z from 'zod';
import { forgetsFailedImports, REMEMBERS } from './failed-imports.ts';
import { isRangeText } from './page-text.ts';
import { fileOf } from './published.ts';
import { test } from './secured-test.ts';
import { builtFile, shows } from './site.ts';

const { runs } = z
  .object({
    runs: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        published: z.string(),
        domain: z.string(),
        tonnesCO2eAsMakersCount: z.object({
          low: z.number(),
          central: z.number(),
          high: z.number(),
        }),
      }),
    ),
  })
  .parse(fileOf('training.json'));
/** The run that the second page of the table begins with. */
const [, later = ''] =
  /<tbody>.*?<a href="([^"]+)"/s.exec(builtFile('training/2/index.html')) ?? [];
const run = runs.find(({ id }) => later === `/training/runs/${id}/`)!;

test('a search finds runs of all pages of the table, and its link does', async ({ page }) => {
  await page.goto('/training/');
  const rows = page.locator('.runs tbody tr:visible');
  await page.getByLabel('Search').fill(run.name);
  await expect(rows.filter({ has: page.locator(`a[href="${later}"]`) })).toHaveCount(1);
  await page.getByLabel('Kind').selectOption(run.domain);
  await page.getByLabel('Year').selectOption(run.published.slice(0, 4));
  await expect(page.locator('form output')).toHaveText(/^\d+ of \d{4} runs found$/);
  const found = await rows.count();
  await expect(page.locator('form output')).toHaveText(
    new RegExp(`^${found} of \\d{4} runs found$`),
  );
  // The sentence over the table counts the same.
  const sentence = page.locator('sortable-table > output');
  await expect(sentence).toHaveText(new RegExp(`^${found} of \\d{4} training runs, by emissions`));
  const address = page.url();

  await page.goto('/404.html');
  await page.goto(address);
  await expect(page.locator('form output')).toHaveText(/runs found$/);
  await expect(rows).toHaveCount(found);
  await expect(page.getByLabel('Kind')).toHaveValue(run.domain);
  await page.getByRole('button', { name: 'Final training run of' }).click();
  await expect(page).toHaveURL(/sort=run/);
  await expect(sentence).toHaveText(new RegExp(`^${found} of \\d{4} training runs, by name`));
  await expect(rows).toHaveCount(found);

  const cells = rows.first().locator('td');
  const facility = await cells.allTextContents();
  await page.getByLabel('Counting').selectOption('accelerators');
  const link = await rows.first().locator('a').getAttribute('href');
  const counted = runs.find(({ id }) => link === `/training/runs/${id}/`)!.tonnesCO2eAsMakersCount;
  await expect
    .poll(async () => {
      const [median = '', spread = ''] = (await cells.allTextContents()).slice(-2);
      return [shows(median, counted.central), isRangeText(spread, counted)];
    })
    .toEqual([true, true]);
  await page.getByLabel('Counting').selectOption('');
  await expect(cells).toHaveText(facility);
});

/** How far a row's mark lies from where the axis above has its median, in pixels. */
async function offTheAxis(row: Locator): Promise<number> {
  return row.evaluate((element) => {
    const numbers = { k: 1e3, M: 1e6 };
    const ticks = [...document.querySelectorAll<HTMLElement>('.runs .axis > .labelled')].map(
      (tick) => {
        const [, digits, unit] = /^([\d.]+)([kM]?)$/.exec(tick.textContent?.trim() ?? '')!;
        const log = Math.log(Number(digits) * (numbers[unit as keyof typeof numbers] ?? 1));
        return { log, x: tick.parentElement!.getBoundingClientRect().left + tick.offsetLeft };
      },
    );
    const [from, to] = [ticks[0]!, ticks.at(-1)!];
    const cells = [...element.children];
    const median = Number(cells.at(-2)!.textContent!.replace(/\s/g, ''));
    const bar = element.querySelector('.range-bar')!;
    const { left, width } = bar.getBoundingClientRect();
    const mark = left + (width * Number(getComputedStyle(bar).getPropertyValue('--m'))) / 100;
    const share = (Math.log(median) - from.log) / (to.log - from.log);
    return Math.abs(from.x + share * (to.x - from.x) - mark);
  });
}

test('bars stand below the axis of a page, and below that of all pages once these are searched', async ({
  page,
}) => {
  const row = page.locator('.runs tbody tr:visible').first();
  const labels = () => page.locator('.runs .axis > .labelled').allTextContents();
  await page.goto('/training/');
  const drawn = await labels();
  expect(await offTheAxis(row)).toBeLessThan(3);
  await page.getByLabel('Search').fill(run.name);
  await expect.poll(labels).not.toEqual(drawn);
  expect(await offTheAxis(row)).toBeLessThan(3);
});

test('on a phone the first run stands on the first screen, and filters open in a sheet', async ({
  page,
}) => {
  const screen = { width: 390, height: 844 };
  await page.setViewportSize(screen);
  // A typeface that is not there for the first paint waits for the next page.
  await page.goto('/training/');
  await page.evaluate(() => document.fonts.ready);
  await page.reload();
  const first = await page.locator('.runs tbody tr').first().boundingBox();
  expect(first?.y).toBeLessThan(screen.height);
  await expect(page.getByLabel('Year')).toBeHidden();
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByLabel('Year').selectOption(run.published.slice(0, 4));
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByLabel('Year')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Filters (1 set)' })).toBeVisible();
  await expect(page.locator('form output')).toHaveText(/^\d+ of \d{4} runs found$/);
});

test('the calculator answers what is typed, and says when it is too little', async ({ page }) => {
  await page.goto('/training/calculator/');
  const tonnes = page.locator('[data-tonnes]');
  const example = await tonnes.textContent();
  await page.getByLabel('Accelerator hours').fill('1e6');
  await expect(tonnes).not.toHaveText(example ?? '');
  await expect(page.locator('[data-card] code')).toContainText('co2_eq_emissions:');
  for (const label of ['Accelerator hours', 'Active parameters'])
    await page.getByLabel(label).fill('');
  await expect(tonnes).toHaveText(/^State energy/);
});

test('without the other pages a search says that it answers from a part, until another try', async ({
  page,
  context,
}) => {
  await page.goto('/training/');
  test.skip(!(await forgetsFailedImports(page)), REMEMBERS);
  await context.setOffline(true);
  await page.getByLabel('Search').pressSequentially('llama');
  const problem = page.getByRole('alert').filter({ hasText: 'only this page is searched' });
  await expect(problem).toBeVisible();
  await expect(page.locator('form output')).toHaveText(/^\d+ of 700 runs of this page found$/);
  await expect(problem).toBeVisible();
  await context.setOffline(false);
  await problem.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('form output')).toHaveText(/^\d+ of \d{4} runs found$/);
  await expect(problem).toBeHidden();
});

test('a field of the calculator that cannot be read stops it, says why, and is told once', async ({
  page,
}) => {
  await page.goto('/training/calculator/');
  const tonnes = page.locator('[data-tonnes]');
  const energy = page.getByLabel('Energy of the servers');
  const announced = page.locator('[data-announced]');
  for (const [text, fault] of [
    ['1,200', 'This can be 1.200 or 1200: write it without the comma.'],
    ['1.200', 'This can be 1.200 or 1200: write it without the point.'],
    ['abc', 'A number was expected'],
    ['1e308', 'A number from 0.000001 to 10000000000 was expected.'],
  ] as const) {
    await energy.fill(text);
    await expect(page.getByText(fault)).toBeVisible();
    await expect(energy).toHaveAttribute('aria-invalid', 'true');
    await expect(energy).toHaveAccessibleDescription(new RegExp(`^${RegExp.escape(fault)}`));
    await expect(tonnes).toHaveText(/^Nothing is computed while/);
  }
  await energy.fill('1200');
  await expect(energy).not.toHaveAttribute('aria-invalid');
  await expect(tonnes).toHaveText(/tCO₂e$/);
  await page.getByLabel('Tokens of its life').fill('1e-320');
  await expect(page.getByText('A number from 0.001')).toBeVisible();
  await expect(page.locator('[data-perthousand]')).toHaveText('–');
  // The table is silent: one sentence tells the result when the typing pauses.
  await expect(page.locator('training-form table[aria-live]')).toHaveCount(0);
  await page.evaluate(() => {
    const said = document.querySelector('[data-announced]')!;
    new MutationObserver((changes) => {
      said.setAttribute(
        'data-times',
        String(Number(said.getAttribute('data-times')) + changes.length),
      );
    }).observe(said, { childList: true, characterData: true, subtree: true });
  });
  await energy.fill('');
  await energy.pressSequentially('987654');
  await expect(announced).toHaveText(/^The final run, whole facility: .* tCO₂e$/);
  await expect(announced).toHaveAttribute('data-times', '1');
});

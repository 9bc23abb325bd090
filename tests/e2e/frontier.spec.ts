import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import * as z from 'zod';
import { forgetsFailedImports, REMEMBERS } from './failed-imports.ts';
import { test } from './secured-test.ts';
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

test.skip(rated.size === 0, 'No model of this list has a score.');

/** The maker with the most open models in the chart, some of them with a score in coding. */
const [MAKER = ''] =
  [
    ...Map.groupBy(
      [...rated.values()].filter(({ weights }) => weights === 'open'),
      ({ maker }) => maker,
    ),
  ]
    .filter(([, ofMaker]) =>
      ofMaker.some(({ artificialAnalysis }) => artificialAnalysis?.coding !== undefined),
    )
    .toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];

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

test('the front is recomputed for what a link asks: other requests, other models', async ({
  page,
}) => {
  await page.goto('/frontier/?weights=open&sort=-index&per=output');
  const open = [...rated.values()].filter(({ weights }) => weights === 'open');
  await expect(page.locator('[data-shown]')).toHaveText(`${open.length} of ${rated.size} models`);
  await expect(page.locator('.lead')).toContainText(`Of ${open.length} models`);
  const rows = await visibleRows(page);
  expect(rows.map(({ id }) => id).toSorted()).toEqual(open.map(({ id }) => id).toSorted());
  for (const [position, { id, index, median }] of rows.entries()) {
    const { artificialAnalysis, perThousandOutputTokens } = rated.get(id)!;
    expect(index).toBe(artificialAnalysis?.intelligence);
    expect([id, shows(median, perThousandOutputTokens.gramsCO2e.central)]).toEqual([id, true]);
    expect(index).toBeLessThanOrEqual(rows[position - 1]?.index ?? index);
  }
  await expect(page.locator('.point:not([data-out])')).toHaveCount(open.length);
  // Of those that compete the highest index is always on the front.
  expect(rows[0]?.probability).toBe('over 99 of 100');

  const ofOne = open.filter(({ maker }) => maker === MAKER);
  await page.getByLabel('Provider').selectOption(MAKER);
  await page.getByRole('button', { name: 'Median' }).press('Enter');
  await expect
    .poll(() => asked(page))
    .toEqual({ sort: 'median', provider: MAKER, weights: 'open', per: 'output' });
  await expect(page.locator('.lead')).toContainText(`Of ${ofOne.length} model`);
  // Who emits least is on the front whatever its index, and more probably among fewer.
  const shown = await visibleRows(page);
  expect(shown.map(({ id }) => id).toSorted()).toEqual(ofOne.map(({ id }) => id).toSorted());

  await page.getByRole('link', { name: 'coding', exact: true }).click();
  await expect(page).toHaveURL(/\/frontier\/coding\//);
  expect(asked(page)).toEqual({ provider: MAKER, weights: 'open', per: 'output' });
  const coding = ofOne.filter(({ artificialAnalysis }) => artificialAnalysis?.coding !== undefined);
  expect(coding.length).toBeGreaterThan(0);
  await expect(page.locator('.lead')).toContainText(`Of ${coding.length} model`);
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.locator('select[name=per]').selectOption('as-used');
  await expect(page).toHaveURL('/frontier/coding/');
  await expect(page.locator('[data-out], tr[hidden]')).toHaveCount(0);
  await expect(page.locator('frontier-page')).not.toHaveAttribute('aria-busy');

  // Held against one of them, it is once itself.
  const { id = '' } = rows[0] ?? {};
  await page.goto(`/frontier/?weights=open&per=output&against=now&now=${id}`);
  await expect(page.locator('[data-quantity]').first()).toContainText('CO₂e as multiples of');
  const held = await visibleRows(page);
  expect(held.find((row) => row.id === id)?.median).toBe('1.0');
  expect(held.map(({ probability }) => probability)).toEqual(
    rows
      .toSorted(
        (a, b) =>
          held.findIndex((row) => row.id === a.id) - held.findIndex((row) => row.id === b.id),
      )
      .map(({ probability }) => probability),
  );
});

test('a mark says what it stands for and leads to its model, by keyboard and by finger', async ({
  browser,
}) => {
  const context = await browser.newContext({ hasTouch: true, viewport: SCREENS.phone });
  const page = await context.newPage();
  await page.goto('/frontier/');
  const said = page.locator('.pointed');
  const mark = page.locator('.point').last();
  const name = /^[^,]+/.exec((await mark.getAttribute('aria-label')) ?? '')?.[0] ?? '?';
  await mark.locator('.hit').tap();
  await expect(said).toContainText(name);
  await expect(page).toHaveURL('/frontier/');
  await said.getByText(name).tap();
  await expect(page).toHaveURL(/\/models\//);
  await page.goBack();

  await page.locator('.point[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  const first = await said.textContent();
  await page.keyboard.press('ArrowRight');
  await expect(said).not.toHaveText(first ?? '');
  await expect(page.locator('.point[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/models\//);
  await context.close();
});

test('the chart that stands there is saved as a picture that needs no stylesheet', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const places = async () => {
    const drawn = await page.locator('.frontier-chart path.front').getAttribute('d');
    return drawn?.match(/[\d.]+/g)?.map(Number) ?? [];
  };
  await page.goto('/frontier/');
  const inGrams = await places();
  await page.goto('/frontier/?unit=mg');
  await expect(page.locator('.axis-name.carbon')).toContainText('mgCO₂e per request');
  // The front stands where it stood: a thousand times as much is three decades on.
  const inMilligrams = await places();
  expect(inMilligrams.length).toBe(inGrams.length);
  expect(inGrams.length).toBeGreaterThan(1);
  for (const [index, place] of inMilligrams.entries()) {
    expect(Math.abs(place - inGrams[index]!)).toBeLessThan(0.5);
  }
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as SVG' }).click();
  const picture = readFileSync((await (await saving).path()) ?? '', 'utf8');
  const marks = await page.locator('.frontier-chart a.point').count();
  expect(picture.match(/<use /g)).toHaveLength(marks);
  // Ink on paper, whatever the page is drawn on.
  expect(picture).toContain('fill="rgb(22, 24, 27)"');
  expect(picture).not.toMatch(/var\(| class=| style=/);
  const [first] = await page.locator('[data-lead] a').allInnerTexts();
  expect(picture).toContain(first);
  expect(picture).toContain('mgCO₂e per request');
  expect(picture).toContain('/frontier/?unit=mg');
  await page.getByRole('button', { name: 'Copy image' }).click();
  await expect(page.locator('[data-taken]')).toHaveText(/^(Image copied|The browser refused)/);
});

test('the chart names those on the front, no name over another, on a laptop and on a phone', async ({
  page,
}) => {
  await page.goto('/frontier/coding/');
  await page.evaluate(() => document.fonts.ready);
  const onFront = await page.locator('.lead a').allTextContents();
  expect(onFront.length).toBeGreaterThan(0);
  for (const size of [SCREENS.laptop, SCREENS.phone]) {
    await page.setViewportSize(size);
    const names = page.locator('.names > text').filter({ visible: true });
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

test('what was chosen while the page could not answer is chosen when it can', async ({ page }) => {
  await page.goto('/frontier/');
  test.skip(!(await forgetsFailedImports(page)), REMEMBERS);
  const isScript = ({ pathname }: URL) => pathname.endsWith('.js');
  await page.route(isScript, (route) => route.abort());
  await page.getByLabel('Provider').selectOption(MAKER);
  const problem = page.getByRole('alert').filter({ hasText: 'cannot be computed' });
  await expect(problem).toBeVisible();
  await page.unroute(isScript);
  await problem.getByRole('button', { name: 'Try again' }).click();
  await expect(page).toHaveURL(`/frontier/?provider=${MAKER}`);
  await expect(page.getByLabel('Provider')).toHaveValue(MAKER);
});

import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { estimateUsage } from '../../../src/components/calculator/usage-estimate.ts';
import { totalSentence } from '../../../src/components/calculator/usage-words.ts';
import { compareWorkloads } from '../../../src/estimation/comparison.ts';
import { prepare } from '../../../src/estimation/preparation.ts';
import { PER_THOUSAND_OUTPUT_TOKENS } from '../../../src/estimation/workload.ts';
import { builtFile, publishedIndex, publishedInputs, shows } from '../site.ts';
import { addressIn, fill, settle, test, textsIn } from './firefox-test.ts';

/** What readers do on each kind of page. Firefox computes what the core does, to the last digit. */

const { models } = publishedIndex();
const inputs = publishedInputs();
const preparation = prepare(JSON.parse(builtFile('api/v1/method.json')).method);
const sized = models.find(({ evidence }) => evidence === 'parameters')!;
const priced = models.find(({ evidence }) => evidence === 'price')!;
const third = models.find((model) => model !== sized && model !== priced)!;

/** Slow machines take their time to estimate the whole list. */
const PATIENCE = { timeout: 40_000 };

const grams = (id: string) =>
  models.find((model) => model.id === id)!.perThousandOutputTokens.gramsCO2e.central;

/** The provider with the most models, and their ids. */
const [[maker, ofMaker] = ['', []]] = [...Map.groupBy(models, (model) => model.maker)]
  .toSorted(([, a], [, b]) => b.length - a.length)
  .map(([name, all]) => [name, all.map(({ id }) => id).toSorted()] as const);

/** Whether medians rise down the rows; two that read alike stand either way. */
function rise(ids: readonly string[]): boolean {
  return ids.every((id, row) => row === 0 || grams(id) >= 0.99 * grams(ids[row - 1]!));
}

/** The rows of the index that can be seen, from the top down: ids and medians, once figures stand. */
async function shownRows(tab: Page) {
  await settle(tab);
  return tab.$$eval('[data-values]', (rows) =>
    rows
      .filter((row) => row.checkVisibility())
      .map((row) => ({
        id: decodeURIComponent(row.querySelector('a')?.pathname ?? '').replace(
          /^\/models\/|\/$/g,
          '',
        ),
        median: row.querySelector('.median')?.textContent?.trim() ?? '',
      })),
  );
}

test('the index is filtered and sorted; back and forward lead through what was shown', async ({
  tab,
  baseURL,
}) => {
  const shown = async () => (await shownRows(tab)).map(({ id }) => id);
  await tab.goto(`${baseURL}/`);
  await tab.select('select[name=provider]', maker);
  await expect.poll(async () => (await shown()).toSorted()).toEqual(ofMaker);
  const upwards = await shown();
  expect(rise(upwards)).toBe(true);
  await tab.click('[role=columnheader][aria-sort] button');
  await expect.poll(() => addressIn(tab)).toBe(`/?provider=${maker}&sort=-median`);
  await expect.poll(async () => rise((await shown()).toReversed())).toBe(true);

  await tab.goBack();
  await expect.poll(shown).toEqual(upwards);
  await tab.goBack();
  await expect.poll(shown).toHaveLength(models.length);
  expect(addressIn(tab)).toBe('/');
  await tab.goForward();
  await expect.poll(shown).toEqual(upwards);
  expect(addressIn(tab)).toBe(`/?provider=${maker}`);
});

test('a link to the index in milligrams, and one per request, are followed to a model', async ({
  tab,
  baseURL,
}) => {
  await tab.goto(`${baseURL}/?unit=mg`);
  const rows = await shownRows(tab);
  expect(rows).toHaveLength(models.length);
  for (const { id, median } of rows) {
    expect([id, shows(median, 1000 * grams(id))]).toEqual([id, true]);
  }
  await tab.goto(`${baseURL}/?per=chat`);
  const [lowest] = await shownRows(tab);
  await Promise.all([tab.waitForNavigation(), tab.click('[data-values] a')]);
  expect(addressIn(tab)).toBe(`/models/${lowest!.id}/?per=chat`);
  await expect
    .poll(() => textsIn(tab, '[aria-label="As you ask"]'))
    .toEqual([expect.stringContaining(`about ${lowest!.median} gCO2e per chat request`)]);
});

test("a scenario typed on a model's page has a figure, stands in the link, and goes again", async ({
  tab,
  baseURL,
}) => {
  await tab.goto(`${baseURL}/models/${sized.id}/`);
  expect(await textsIn(tab, '[aria-label="As you ask"]')).toEqual([]);
  await fill(tab, 'input[name=grid]', 'france');
  await expect.poll(() => addressIn(tab)).toBe(`/models/${sized.id}/?grid=FR`);
  await expect
    .poll(() => textsIn(tab, '[aria-label="As you ask"]'))
    .toEqual([expect.stringMatching(/In this scenario: about [\d.]+ gCO2e/)]);
  await tab.click('[data-as-served]');
  await expect.poll(() => textsIn(tab, '[aria-label="As you ask"]')).toEqual([]);
  expect(addressIn(tab)).toBe(`/models/${sized.id}/`);
});

test('a link that names three models compares them as the core does', async ({ tab, baseURL }) => {
  await tab.goto(`${baseURL}/compare/?models=${sized.id},${priced.id},${third.id}`);
  const pairs = () =>
    tab.$$eval('[data-probability]', (all) =>
      all.map((pair) => pair.getAttribute('data-probability')),
    );
  await expect
    .poll(() => tab.$$eval('[data-part=chart] tr[data-model]', (rows) => rows.length), PATIENCE)
    .toBe(3);
  await expect.poll(pairs, PATIENCE).toHaveLength(3);
  const [a, b] = [sized, priced].map(({ id }) => ({
    input: inputs.get(id)!,
    workload: PER_THOUSAND_OUTPUT_TOKENS,
  }));
  expect(await pairs()).toContain(String(compareWorkloads(a!, b!, preparation).probabilityLess));
  const medians = await textsIn(tab, '[data-part=chart] tr[data-model] .median');
  for (const [row, { id }] of [sized, priced, third].entries()) {
    expect([id, shows(medians[row] ?? '', grams(id))]).toEqual([id, true]);
  }
});

test('tokens typed into the calculator are added up as the core does it', async ({
  tab,
  baseURL,
}) => {
  await tab.goto(`${baseURL}/calculator/`);
  await tab.click('[data-empty]');
  await fill(tab, 'input[name=model]', sized.id);
  await fill(tab, 'input[name=inputTokens]', '1,000,000');
  await fill(tab, 'input[name=outputTokens]', '2M');
  const workload = { inputTokens: 1e6, cachedInputTokens: 0, outputTokens: 2e6 };
  const line = { id: sized.id, input: inputs.get(sized.id)!, workload };
  await expect
    .poll(() => textsIn(tab, 'output.total'), PATIENCE)
    .toEqual([totalSentence(estimateUsage([line], undefined, preparation).total)]);
  expect(addressIn(tab)).toBe(`/calculator/?use=${sized.id}*1M*0*2M`);
});

test('the frontier is filtered: chart, table and link', async ({ tab, baseURL }) => {
  await tab.goto(`${baseURL}/frontier/`);
  const rated = await tab.$$eval('tr[data-rated]', (rows) => rows.length);
  test.skip(rated === 0, 'No model of this list has a score.');
  const rows = () => tab.$$eval('tr[data-rated]:not([hidden])', (shown) => shown.length);
  const marks = () => tab.$$eval('.point:not([data-out])', (shown) => shown.length);
  await tab.select('select[name=weights]', 'open');
  await expect.poll(() => addressIn(tab)).toBe('/frontier/?weights=open');
  await expect.poll(marks, PATIENCE).toBeLessThan(rated);
  const open = await marks();
  await expect.poll(rows).toBe(open);
  expect(await textsIn(tab, '[data-shown]')).toEqual([`${open} of ${rated} models`]);
});

test('the search finds a chapter of the methodology', async ({ tab, baseURL }) => {
  await tab.goto(`${baseURL}/methodology/energy/`);
  await tab.type('methodology-search input', 'water');
  await expect
    .poll(() => textsIn(tab, 'methodology-search li'))
    .toContainEqual(expect.stringContaining('Water'));
});

test('the colours that a reader chooses are kept', async ({ tab, baseURL }) => {
  const background = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await tab.goto(`${baseURL}/`);
  const before = await background();
  await tab.click('theme-choice button');
  const chosen = await background();
  expect(chosen).not.toBe(before);
  await tab.reload();
  expect(await background()).toBe(chosen);
  await tab.goto(`${baseURL}/methodology/`);
  expect(await background()).toBe(chosen);
});

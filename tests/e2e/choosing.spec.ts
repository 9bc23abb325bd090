import { expect, type Page } from '@playwright/test';
import { visibleIds } from './index-table.ts';
import { mainOf, textOf } from './page-text.ts';
import { index } from './published.ts';
import { test } from './secured-test.ts';
import { builtFile, builtPaths, publishedIndex, shows } from './site.ts';

const { models } = publishedIndex();

/** The levels that have a page, the lowest first: "coding-50". */
const levels = builtPaths().flatMap((path) => /^choose\/(.+)\/index\.html$/.exec(path)?.[1] ?? []);
const level = levels.findLast((name) => name.startsWith('intelligence')) ?? '';
const [, scored = '', least = ''] = /^(\w+)-(\d+)$/.exec(level) ?? [];

test.skip(level === '', 'No model of this list has a score.');

/** The models that score so much, and do what else is asked. */
function able(more: (model: (typeof models)[number]) => boolean = () => true) {
  return models.filter(
    (model) => (model.artificialAnalysis?.[scored] ?? -1) >= Number(least) && more(model),
  );
}

/** The id of the model whose page an address is of. */
function idIn(path: string): string {
  return decodeURIComponent(path).replace(/^\/models\/|\/$/g, '');
}

/** Whether OpenRouter lists no endpoint of a model. */
function isHostAssumed(id: string): boolean {
  return index.models.find((model) => model.id === id)?.served.listedByOpenRouter === false;
}

/** The answer once it stands. */
async function answer(page: Page) {
  await page.locator('html:not(.state-pending)').waitFor({ state: 'attached' });
  await expect(page.locator('carbon-answer')).not.toHaveAttribute('aria-busy', { timeout: 30_000 });
  const link = page.locator('carbon-answer [data-name]');
  const address = (await link.getAttribute('href')) ?? '';
  const id = idIn(new URL(address, page.url()).pathname);
  // Where the data hold no endpoint of it, the answer says so.
  await expect(page.locator('carbon-answer [data-host]')).toBeVisible({
    visible: isHostAssumed(id),
  });
  return {
    id,
    text: (await page.locator('carbon-answer .answer').textContent()) ?? '',
  };
}

test('every level has a page whose answer is a model of its own with its published figures', () => {
  expect(levels.length).toBeGreaterThan(0);
  for (const name of levels) {
    const [, ofIndex = '', from = ''] = /^(\w+)-(\d+)$/.exec(name)!;
    const text = textOf(mainOf(`/choose/${name}/`).querySelector('.answer'));
    const [, median = '', low = '', high = ''] =
      /about ([\d.]+) gCO2e \(([\d.]+)–([\d.]+)\)/.exec(text) ?? [];
    const chosen = models.filter(
      ({ name: called, artificialAnalysis, perThousandOutputTokens: { gramsCO2e } }) =>
        text.startsWith(`Take ${called.replace(/^[^:]+:\s+/, '')}: about`) &&
        (artificialAnalysis?.[ofIndex] ?? -1) >= Number(from) &&
        shows(median, gramsCO2e.central) &&
        shows(low, gramsCO2e.low) &&
        shows(high, gramsCO2e.high),
    );
    expect([name, chosen.length > 0, text]).toEqual([name, true, text]);
    const fitting = models.filter(
      ({ artificialAnalysis, sameAs }) =>
        sameAs === undefined && (artificialAnalysis?.[ofIndex] ?? -1) >= Number(from),
    );
    const priced = fitting.filter(({ evidence }) => evidence === 'price');
    const main = mainOf(`/choose/${name}/`);
    const address = main.querySelector('[data-name]')?.getAttribute('href') ?? '';
    const saysAssumed = main.querySelector('[data-host]:not([hidden])') !== null;
    expect([name, saysAssumed]).toEqual([name, isHostAssumed(idIn(address))]);
    const rests = textOf(mainOf(`/choose/${name}/`).querySelector('.rests'));
    expect(rests).toContain(`Of ${fitting.length} models that score at least ${from} in `);
    const inList = mainOf('/choose/').querySelector(`a[href="/choose/${name}/"]`)?.closest('th');
    expect(textOf(inList)).toMatch(new RegExp(`, of ${fitting.length} models$`));
    expect(rests).toMatch(
      priced.length === 0
        ? /The size of each of them is known/
        : new RegExp(`For (${priced.length}|all) of them only the price is known`),
    );
    // The one that emits most stands last, and every other emits so many times less than it.
    const most = Math.max(...fitting.map((one) => one.perThousandOutputTokens.gramsCO2e.central));
    const rows = mainOf(`/choose/${name}/`).querySelectorAll('.chosen tbody tr');
    const medians = rows.map((row) => textOf(row.querySelector('.median')));
    expect(medians.filter((text) => shows(text, most)).length).toBeGreaterThan(0);
    for (const [place, row] of rows.entries()) {
      const [times = ''] = /^[\d.]+/.exec(textOf(row.querySelector('.times'))) ?? [];
      if (times === '') continue;
      const expected = most / Number(medians[place]);
      expect(Number(times) / expected).toBeGreaterThan(0.6);
      expect(Number(times) / expected).toBeLessThan(1.7);
    }
    expect(builtFile('choose/index.html')).toContain(`/choose/${name}/`);
  }
});

test('every level’s page lists its models from the lowest, and says the answer at other scores as their pages do', () => {
  const answerAt = (name: string) => {
    const main = mainOf(`/choose/${name}/`);
    return ['[data-name]', '[data-median]', '[data-range]'].map((part) =>
      textOf(main.querySelector(part)),
    );
  };
  for (const name of levels) {
    const main = mainOf(`/choose/${name}/`);
    const medians = main
      .querySelectorAll('.range-chart tbody .median')
      .map((cell) => Number(textOf(cell)));
    expect(medians).toEqual(medians.toSorted((a, b) => a - b));
    const rungs = main.querySelectorAll('.ladder li:not(.by) a');
    expect(rungs.length).toBeGreaterThan(0);
    for (const rung of rungs) {
      const [, other = ''] = /^\/choose\/(.+)\/$/.exec(rung.getAttribute('href') ?? '') ?? [];
      const figures = rung.querySelectorAll('[data-grams]').map(textOf);
      const called = textOf(rung.querySelector('strong'));
      expect([name, other, called, ...figures]).toEqual([name, other, ...answerAt(other)]);
    }
  }
});

test('the list of levels says what score half of the models reach, and the highest', () => {
  const scores = models.flatMap(({ artificialAnalysis }) => artificialAnalysis?.intelligence ?? []);
  const said = / half reach (\d+); the highest is ([\d.]+)\./.exec(textOf(mainOf('/choose/')));
  const [half = Number.NaN, highest] = said?.slice(1).map(Number) ?? [];
  const reaching = (least: number) => scores.filter((score) => score >= least).length;
  expect(reaching(half)).toBeGreaterThanOrEqual(scores.length / 2);
  expect(reaching(half + 1)).toBeLessThanOrEqual(scores.length / 2);
  expect(highest).toBe(Math.max(...scores));
});

test('every level’s page says of each of its models what it can do, its context and its price', () => {
  const published = new Map(index.models.map((model) => [model.id, model]));
  for (const name of levels) {
    const rows = mainOf(`/choose/${name}/`).querySelectorAll('.range-chart tbody tr');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const address = row.querySelector('a')?.getAttribute('href') ?? '';
      const model = published.get(address.replace(/^\/models\/|\/$/g, ''))!;
      const said = textOf(row.querySelector('.below'));
      expect([said, /\btools\b/.test(said)]).toEqual([said, model.supportsTools]);
      expect([said, /\breasoning\b/.test(said)]).toEqual([said, model.supportsReasoning]);
      const readsImages = model.inputModalities.includes('image');
      expect([said, /\bimages\b/.test(said)]).toEqual([said, readsImages]);
      const digits = said.replaceAll('\u202f', '');
      const context = /context (\d+)/.exec(digits)?.[1];
      expect([said, context]).toEqual([said, model.contextTokens?.toString()]);
      const price = /\$([\d.]+)\/M out/.exec(digits)?.[1];
      const { outputUsdPerMillionTokens } = model.listPrice;
      expect([said, price && Number(price)]).toEqual([said, outputUsdPerMillionTokens]);
    }
  }
});

test('a bar that is pointed at is said in a sentence, with the figures of its row', async ({
  page,
}) => {
  await page.goto('/');
  const row = page.locator('.chosen tbody tr').first();
  await row.locator('.range-bar').hover();
  const [low = '', high = ''] = ((await row.locator('.spread').textContent()) ?? '').split('–');
  const median = (await row.locator('.median').textContent()) ?? '';
  await expect(page.getByRole('tooltip')).toContainText(`lie below ${median}, half above`);
  await expect(page.getByRole('tooltip')).toContainText(`nine in ten between ${low} and ${high}`);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toBeHidden();
});

test('what is asked in the sentence is asked of table and answer, and stands in the link', async ({
  page,
}) => {
  test.slow();
  await page.goto('/');
  await page.getByRole('combobox', { name: 'Score', exact: true }).selectOption(level);
  await expect(page).toHaveURL(`/?score=${level}`);
  expect(new Set(await visibleIds(page))).toEqual(new Set(able().map(({ id }) => id)));
  await page.getByRole('button', { name: /read and write text/ }).click();
  await page.getByRole('checkbox', { name: /use tools/ }).check();
  await expect(page).toHaveURL(`/?with=tools&score=${level}`);
  await page.keyboard.press('Escape');
  const ids = able(({ supportsTools }) => supportsTools).map(({ id }) => id);
  const chosen = await answer(page);
  expect(ids).toContain(chosen.id);
  await page.reload();
  expect(await answer(page)).toEqual(chosen);

  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page).toHaveURL('/');
  await expect(page.locator('[data-values]')).toHaveCount(models.length);
});

test('the chosen models stand with their score in the index that is asked for, and can be compared', async ({
  page,
}) => {
  test.slow();
  const last = levels.at(-1)!;
  const [asked = ''] = last.split('-');
  await page.goto(`/?score=${last}&per=chat`);
  await expect(page.locator('.answer [data-functional-unit]')).toHaveText('chat request', {
    timeout: 30_000,
  });
  const rows = page.locator('.chosen tbody tr');
  for (const row of await rows.all()) {
    const address = new URL((await row.locator('a').getAttribute('href')) ?? '', page.url());
    const model = models.find(({ id }) => address.pathname === `/models/${id}/`)!;
    await expect(row.locator('[data-quality]')).toHaveText(
      model.artificialAnalysis![asked]!.toFixed(1),
    );
  }
  await expect(page.getByText('A model that reasons writes more')).toBeHidden();

  // One link compares them, as they are asked for.
  const compared = () =>
    page.getByRole('link', { name: 'Compare these' }).evaluate((link: HTMLAnchorElement) => {
      const { searchParams } = new URL(link.href);
      return [searchParams.get('models'), searchParams.get('per')];
    });
  const shown = await rows
    .locator('a')
    .evaluateAll((links: HTMLAnchorElement[]) =>
      links.map(({ href }) => new URL(href).pathname.replace(/^\/models\/|\/$/g, '')),
    );
  await expect.poll(compared).toEqual([shown.join(','), 'chat']);
});

test('the link of an answer is copied by its button', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/?score=${level}`);
  await answer(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('the answer is held against the model that a reader uses now, by any of its names', async ({
  page,
}) => {
  test.slow();
  const now = able().toSorted(
    (a, b) =>
      b.perThousandOutputTokens.gramsCO2e.central - a.perThousandOutputTokens.gramsCO2e.central,
  )[1]!;
  await page.goto('/');
  const field = page.getByRole('combobox', { name: 'I now use' });
  await field.fill(now.id);
  await field.press('Escape');
  await field.press('Tab');
  await expect(page).toHaveURL(`/?now=${now.id}`);
  // Where it is none of the chosen, it stands below them, with its own figures.
  const { gramsCO2e } = now.perThousandOutputTokens;
  const row = page.locator('.chosen tbody tr', {
    has: page.locator(`a[href$="/models/${now.id}/"]`),
  });
  await expect(row).toHaveCount(1);
  const [low = '', high = ''] = ((await row.locator('.spread').textContent()) ?? '').split('–');
  const median = (await row.locator('.median').textContent()) ?? '';
  expect([
    shows(low, gramsCO2e.low),
    shows(median, gramsCO2e.central),
    shows(high, gramsCO2e.high),
  ]).toEqual([true, true, true]);
  const { text } = await answer(page);
  expect(text).toContain(`${now.name.replace(/^[^:]+:\s+/, '')} emits`);
  await page.goto('/?now=no-such-model-anywhere');
  await expect(page.getByText(/There is no model “no-such-model-anywhere”/)).toBeVisible();
});

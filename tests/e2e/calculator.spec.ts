import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { estimateUsage } from '../../src/components/calculator/usage-estimate.ts';
import { totalSentence } from '../../src/components/calculator/usage-words.ts';
import { prepare } from '../../src/estimation/preparation.ts';
import { shortNameOf } from '../../src/library/model-names.ts';
import { test } from './secured-test.ts';
import { publishedIndex, publishedInputs, SCREENS } from './site.ts';

const { models } = publishedIndex();
const inputs = publishedInputs();
const [sized, priced] = (['parameters', 'price'] as const).map(
  (tier) => models.find(({ evidence }) => evidence === tier)!,
);

const HEADER = 'created_at,model_permaslug,tokens_prompt,tokens_completion,tokens_cached\n';
const total = (page: Page) => page.locator('output.total');
const nameOf = (id: string) => shortNameOf(models.find((model) => model.id === id)!.name);
const missing = (page: Page) => page.locator('[data-part=missing]');
const report = (page: Page) => page.getByRole('button', { name: 'Report rows as CSV' });

/** Pastes an export and has it added up. */
async function paste(page: Page, text: string) {
  await page.getByText('From an export').click();
  await page.getByLabel('Or its text').fill(text);
  await page.getByRole('button', { name: 'Read and add up' }).click();
}

test('usage is added up in the browser as the core does it, from a link, by hand and from an export', async ({
  page,
}) => {
  const { method } = JSON.parse(readFileSync('dist/api/v1/method.json', 'utf8'));
  const preparation = prepare(method);
  const workload = { inputTokens: 1e6, cachedInputTokens: 0, outputTokens: 2e6 };
  const line = (id: string) => ({ id, input: inputs.get(id)!, workload });
  const sentence = (ids: string[]) =>
    totalSentence(estimateUsage(ids.map(line), undefined, preparation).total);
  await page.addInitScript(() => {
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')!;
    Object.defineProperty(HTMLImageElement.prototype, 'src', {
      ...(get && { get }),
      set(address: string) {
        document.documentElement.dataset.drawn = address;
        set?.call(this, address);
      },
    });
  });
  await page.goto(`/calculator/?use=${sized!.id}*1M*0*2M&instead=${priced!.id}`);
  await expect(total(page)).toHaveText(sentence([sized!.id]));
  await expect(
    page.getByText(/^The same tokens, all on .* (of 100 cases|in about half of the cases)/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Add a line' }).click();
  const added = page
    .getByRole('listitem')
    .filter({ has: page.getByLabel('Output tokens') })
    .nth(1);
  await added.getByLabel('Model').fill(priced!.id);
  await added.getByLabel('Input tokens').fill('1.000.000');
  await added.getByLabel('Output tokens').fill('two');
  await added.getByLabel('Output tokens').blur();
  await expect(added.getByText(/^A number was expected/)).toBeVisible();
  await added.getByLabel('Output tokens').fill('2e6');
  await added.getByLabel('Output tokens').blur();
  await expect(total(page)).toHaveText(sentence([sized!.id, priced!.id]));
  await expect(page).toHaveURL(
    `/calculator/?use=${sized!.id}*1M*0*2M,${priced!.id}*1M*0*2M&instead=${priced!.id}`,
  );
  await page.getByRole('button', { name: 'Copy the chart as an image' }).click();
  await expect(page.locator('[data-part=done]')).toHaveText(/^(Image copied|The browser refused)/);
  // Each row of the picture has its own name and figure.
  const drawn = decodeURIComponent(
    await page.evaluate(() => document.documentElement.dataset.drawn ?? ''),
  );
  const said = [...drawn.matchAll(/>([^<>]+)</g)].map(([, text = '']) => text);
  const rows = page.locator('.result tbody').first().locator('tr');
  const { lines: rowsOfCore } = estimateUsage(
    [sized!.id, priced!.id].map(line),
    undefined,
    preparation,
  );
  const ordered = rowsOfCore.toSorted((a, b) => b.gramsCO2e.central - a.gramsCO2e.central);
  await expect(rows.locator('th a')).toHaveText(
    ordered.map(({ id }) => new RegExp(`^[^:]+: ${RegExp.escape(nameOf(id))}$`)),
  );
  const places = await Promise.all(
    ordered.map(async ({ id }, index) => [
      said.findIndex((text) => text.includes(nameOf(id))),
      said.indexOf(await rows.nth(index).locator('[data-quantity=gramsCO2e] strong').innerText()),
    ]),
  );
  expect(places.flat()).toEqual(places.flat().toSorted((a, b) => a - b));
  expect(places.flat()).not.toContain(-1);

  const row = `2026-10-01,${priced!.id},1000000,2000000,0\n`;
  await paste(page, `${HEADER}${row}2026-10-01,nobody/nothing,1,1,0\n`);
  await expect(
    page.getByText(/^Not in the total: 1 row, .* nobody\/nothing \(1 in, 1 out\)/),
  ).toBeVisible();
  await expect(total(page)).toHaveText(sentence([priced!.id]));
  await expect(report(page)).toBeVisible();
});

test('a model is entered by its name, shown by its name, and stands in the link by its id', async ({
  page,
}) => {
  await page.goto('/calculator/');
  await page.getByRole('button', { name: 'begin with an empty line' }).click();
  const field = page.getByRole('combobox', { name: 'Model' });
  await field.pressSequentially(nameOf(sized!.id).toLowerCase());
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(
    nameOf(sized!.id),
  );
  await field.press('Enter');
  await expect(field).toHaveValue(nameOf(sized!.id));
  await page.getByLabel('Output tokens').fill('2M');
  await page.getByLabel('Output tokens').blur();
  await expect(page).toHaveURL(`/calculator/?use=${sized!.id}*0*0*2M`);
  await expect(page.getByRole('button', { name: `Remove ${nameOf(sized!.id)}` })).toBeVisible();

  const decorated = `openrouter/${priced!.id}:nitro`;
  await field.fill(decorated);
  await field.blur();
  await expect(page.getByText(`“${decorated}” is read as ${nameOf(priced!.id)}.`)).toBeVisible();
  await expect(field).toHaveValue(nameOf(priced!.id));
  await expect(page).toHaveURL(`/calculator/?use=${priced!.id}*0*0*2M`);

  const ofTomorrow = `${priced!.id}-of-tomorrow`;
  await field.fill(ofTomorrow);
  await field.blur();
  const fault = page.getByText(`“${ofTomorrow}” is not among the estimated models. Did you mean `);
  await expect(fault).toContainText(nameOf(priced!.id));
  await expect(total(page)).toBeHidden();

  await page.goto(`/calculator/?use=${decorated}*1M*0*2M`);
  await expect(page.getByText(`“${decorated}” is read as ${nameOf(priced!.id)}.`)).toBeVisible();
  await expect(total(page)).toHaveText(/^About/);
});

test('models that score as much and emit less are offered, and taken at a press', async ({
  page,
}) => {
  const score = ({ artificialAnalysis }: (typeof models)[number]) =>
    artificialAnalysis?.intelligence;
  const grams = ({ perThousandOutputTokens }: (typeof models)[number]) =>
    perThousandOutputTokens.gramsCO2e.central;
  const scored = models.filter((model) => score(model) !== undefined);
  test.skip(scored.length < 2, 'the list carries no scores');
  const [most] = scored
    .toSorted((a, b) => score(a)! - score(b)!)
    .slice(0, Math.ceil(scored.length / 2))
    .toSorted((a, b) => grams(b) - grams(a));
  await page.goto(`/calculator/?use=${most!.id}*1M*0*2M`);
  await expect(total(page)).toHaveText(/^About/);
  await page.getByRole('button', { name: 'Suggest models' }).click();
  const offered = page.locator('[data-take]');
  await expect(offered.first()).toBeVisible();
  const ids = await offered.evaluateAll((all) => all.map((one) => one.dataset.take));
  expect(ids.length).toBeLessThanOrEqual(4);
  for (const id of ids) {
    expect(score(models.find((model) => model.id === id)!)).toBeGreaterThanOrEqual(score(most!)!);
  }
  await offered.first().click();
  await expect(page).toHaveURL(new RegExp(`instead=${ids[0]}`));
  await expect(page.getByText(/That is less in (over )?\d+ of 100 cases/)).toBeVisible();
  await expect(offered).toHaveCount(ids.length);
});

test('the example is called so, and hands out no report and no link of its figures', async ({
  page,
}) => {
  await page.goto('/calculator/');
  await expect(total(page)).toHaveText(/^The example: about/);
  await expect(page.getByRole('row', { name: /^All lines of the example/ })).toBeVisible();
  await expect(report(page)).toBeHidden();
  await page.getByLabel('What if all of it were on').fill(sized!.id);
  await page.getByLabel('What if all of it were on').blur();
  await expect(page).toHaveURL(`/calculator/?instead=${sized!.id}`);
  await expect(total(page)).toHaveText(/^The example: about/);
});

test('an export that no model answers for has no total, no rows and no link of the example', async ({
  page,
}) => {
  await page.goto('/calculator/');
  await paste(
    page,
    'day,model_id,input_tokens,output_tokens\n2026-10-01,north-chat,1200000,300000',
  );
  await expect(page.getByRole('status').getByText(/there is no total/)).toBeVisible();
  await expect(missing(page)).toHaveText(/north-chat \(1.2 million in, 300\s000 out\)\.$/);
  await expect(page.getByText('Nothing is added up')).toBeVisible();
  for (const place of [total(page), page.getByRole('table').first(), report(page)]) {
    await expect(place).toBeHidden();
  }
  await page.reload();
  await expect(missing(page)).toHaveText(/north-chat \(1.2 million in, 300\s000 out\)\.$/);
  await expect(page.getByText('Nothing is added up')).toBeVisible();
  await expect(total(page)).toBeHidden();
  await page.goBack();
  await expect(total(page)).toHaveText(/^The example: about/);
});

test('names of an export that no model has go with the form, the link and all that is handed out', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const misspelt = `${priced!.id}-of-tomorrow`;
  const text = [
    HEADER.trim(),
    `2026-10-01,${sized!.id},1000000,2000000,0`,
    `2026-10-01,${misspelt},3000000,500000,0`,
    '2026-10-01,"a,b*c",7,0,0',
  ].join('\n');
  await page.goto('/calculator/');
  await paste(page, text);
  await expect(page.getByText(/^1 of 3 rows counted, /)).toBeVisible();
  const said = `Not in the total, as they are not among the estimated models of this release: ${misspelt} (3 million in, 500\u202f000 out); a,b*c (7 in); 2 names, all together 3\u202f000\u202f007 in, 500\u202f000 out.`;
  const standsThere = async () => {
    await expect(missing(page)).toHaveText(said);
    await expect(page.getByLabel('Model', { exact: true })).toHaveCount(3);
    await expect(
      page.getByText(`“${misspelt}” is not among the estimated models. Did you mean `),
    ).toBeVisible();
    await expect(total(page)).toHaveText(/^About/);
  };
  await standsThere();
  await page.reload();
  await standsThere();

  await page.getByRole('button', { name: 'Copy a text for a report' }).click();
  await expect(page.locator('[data-part=done]')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(said);
  const handedOut = async (name: string) => {
    const begun = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    return readFileSync(await (await begun).path(), 'utf8');
  };
  const csv = (await handedOut('Report rows as CSV')).trim().split('\r\n');
  expect(csv.slice(-2).map((row) => row.includes(',Not in the total,'))).toEqual([true, true]);
  expect(JSON.parse(await handedOut('as JSON')).notInTotal).toEqual([
    { name: misspelt, workload: { inputTokens: 3e6, cachedInputTokens: 0, outputTokens: 5e5 } },
    { name: 'a,b*c', workload: { inputTokens: 7, cachedInputTokens: 0, outputTokens: 0 } },
  ]);

  // It is corrected where it stands, and counted then.
  const field = page.getByLabel('Model', { exact: true }).nth(1);
  await field.fill(priced!.id);
  await field.blur();
  await expect(missing(page)).toHaveText(/release: a,b\*c \(7 in\)\.$/);
  await expect(page.locator('.result tbody').first().locator('tr')).toHaveCount(2);
});

test('an unfinished line is said to be in no link, and stays when the scenario changes', async ({
  page,
}) => {
  await page.goto(`/calculator/?use=${sized!.id}*1M*0*2M`);
  await expect(total(page)).toHaveText(/^About/);
  const before = await total(page).textContent();
  await page.getByRole('button', { name: 'Add a line' }).click();
  const added = page.getByLabel('Input tokens', { exact: true }).nth(1);
  await added.fill('5M');
  await added.blur();
  const said = page.getByText(
    'Neither in the total nor in the link or a report: 1 unfinished line.',
  );
  await expect(said).toBeVisible();
  await page.evaluate(() => {
    history.replaceState(null, '', `${location.href}&pue=3`);
    document.dispatchEvent(new Event('asked-changed'));
  });
  await expect(total(page)).not.toHaveText(before ?? '');
  await expect(added).toHaveValue('5M');
  await expect(said).toBeVisible();
});

test('where nothing is read of an export, or it is stopped, the lines stay, finished or not', async ({
  page,
}) => {
  const address = `/calculator/?use=${sized!.id}*10M*0*2M`;
  await page.goto(address);
  await expect(total(page)).toHaveText(/^About/);
  const before = (await total(page).textContent()) ?? '';
  await page.getByRole('button', { name: 'Add a line' }).click();
  const unfinished = page.getByLabel('Input tokens', { exact: true }).nth(1);
  await unfinished.fill('4.000');
  await unfinished.blur();
  const instead = page.getByLabel('What if all of it were on');
  await instead.fill('gpt-99');
  await instead.blur();
  const allStands = async () => {
    await expect(page.locator('token-calculator[data-figures=shown]')).toBeVisible();
    await expect(page).toHaveURL(address);
    await expect(total(page)).toHaveText(before);
    await expect(unfinished).toHaveValue('4.000');
    await expect(instead).toHaveValue('gpt-99');
    await expect(page.getByText('This can be 4 or 4000')).toBeVisible();
    await expect(page.getByText('“gpt-99” is not among the estimated models')).toBeVisible();
    await expect(page.getByText(/ 1 unfinished line\.$/)).toBeVisible();
  };
  await allStands();
  await page.getByText('From an export').click();
  const said = page.getByText('Nothing was read, and the lines stay as they are.');
  for (const text of [
    '',
    '%PDF-1.7',
    '{"data":[{"model":"x',
    'a,b\n1,2',
    `${HEADER}2026-10-01,x,many,1,0`,
  ]) {
    await page.getByLabel('Or its text').fill(text);
    await page.getByRole('button', { name: 'Read and add up' }).click();
    await expect(said).toBeVisible();
    await allStands();
  }
  await page.route('**/*activity-worker*', () => undefined);
  await page.getByRole('button', { name: 'Read and add up' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('progressbar')).toBeHidden();
  await allStands();
  await page.getByLabel('PUE').fill('3');
  await page.getByLabel('PUE').blur();
  await expect(page).toHaveURL(`${address}&pue=3`);
  await expect(total(page)).not.toHaveText(before);
  await expect(unfinished).toHaveValue('4.000');
  await expect(instead).toHaveValue('gpt-99');
  await expect(page.getByText('“gpt-99” is not among the estimated models')).toBeVisible();
  await expect(page.getByText(/ 1 unfinished line\.$/)).toBeVisible();
});

test('a line that a link has no room for is said to be in no total', async ({ page }) => {
  const lines = Array.from({ length: 60 }, () => `${sized!.id}*1*0*1`).join(',');
  await page.goto(`/calculator/?use=${lines}`);
  await expect(total(page)).toHaveText(/^About/);
  const before = (await total(page).textContent()) ?? '';
  await page.getByRole('button', { name: 'Add a line' }).click();
  await page.getByLabel('Model', { exact: true }).nth(60).fill(sized!.id);
  await page.getByLabel('Output tokens', { exact: true }).nth(60).fill('5M');
  await page.getByLabel('Output tokens', { exact: true }).nth(60).blur();
  await expect(page.getByText('60 lines at most are added up.')).toBeVisible();
  await expect(page.getByText(/^Neither in the total .* 1 unfinished line\.$/)).toBeVisible();
  await expect(total(page)).toHaveText(before);
});

test('requests that the model cannot answer are said beside the line and in a report', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/calculator/?use=${sized!.id}*1B*0*1B*1,${priced!.id}*1*0*1*1M`);
  const rows = page.locator('.result tbody').first().locator('tr');
  const long = 'A request has 1 billion in, 1 billion out on average. It does not fit';
  await expect(rows.filter({ hasText: nameOf(sized!.id) })).toContainText(long);
  await expect(rows.filter({ hasText: nameOf(priced!.id) })).toContainText(
    'There are more requests than tokens',
  );
  await page.getByRole('button', { name: 'Copy a text for a report' }).click();
  await expect(page.locator('[data-part=done]')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(long);
});

test('the text for a report says the days of an export, until a line is changed', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = async () => {
    await page.getByRole('button', { name: 'Copy a text for a report' }).click();
    await expect(page.locator('[data-part=done]')).toHaveText('Copied.');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await page.goto('/calculator/');
  await page.getByText('From an export').click();
  const row = `,${sized!.id},4000,600,0`;
  await page.getByLabel('Or its text').fill(`${HEADER}2026-07-01${row}\n2026-09-30${row}`);
  await page.getByRole('button', { name: 'Read and add up' }).click();
  await expect(total(page)).toHaveText(/^About/);
  expect(await copied()).toMatch(/^Period: 2026-07-01 to 2026-09-30\. /);
  const before = await total(page).textContent();
  await page.getByLabel('Output tokens', { exact: true }).fill('5M');
  await page.getByLabel('Output tokens', { exact: true }).blur();
  await expect(total(page)).not.toHaveText(before ?? '');
  expect(await copied()).toMatch(/^Period: to be filled in\. /);
});

test('a file that is dropped anywhere on the page is read, one at a time, and text is left alone', async ({
  page,
}) => {
  await page.goto('/calculator/');
  const drop = (files: number) =>
    page.getByRole('heading', { level: 1 }).evaluate(
      (heading, { text, count }) => {
        const dataTransfer = new DataTransfer();
        for (let one = 0; one < count; one += 1) {
          dataTransfer.items.add(new File([text], 'usage.csv', { type: 'text/csv' }));
        }
        if (count === 0) dataTransfer.setData('text/plain', text);
        return ['dragover', 'drop'].map((type) =>
          heading.dispatchEvent(
            new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
          ),
        );
      },
      { text: `${HEADER}2026-10-01,${sized!.id},1000,200,0\n`, count: files },
    );
  // True where the browser goes on with what it does by itself.
  expect(await drop(0)).toEqual([true, true]);
  expect(await drop(2)).toEqual([false, false]);
  await expect(page.getByText('Read one file at a time.')).toBeVisible();
  expect(await drop(1)).toEqual([false, false]);
  await expect(page.getByText(/^1 of 1 rows counted/)).toBeVisible();
});

for (const screen of ['laptop', 'phone'] as const) {
  test(`what was read of a file comes into view on a ${screen}, counted rows first`, async ({
    page,
  }) => {
    await page.setViewportSize(SCREENS[screen]);
    const rows = models.slice(0, 12).map(({ id }) => `2026-10-01,${id},1000,200,0`);
    await page.goto('/calculator/');
    await page.getByText('From an export').click();
    await page.getByLabel('A file').setInputFiles({
      name: 'usage.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`${HEADER}${rows.join('\n')}\n`),
    });
    const said = page
      .getByRole('status')
      .filter({ hasText: `${rows.length} of ${rows.length} rows counted` });
    await expect(said).toBeFocused();
    await expect(page.getByText('rows counted')).toBeInViewport();
  });
}

test('who fills in another field while a file is read stays there', async ({ page }) => {
  await page.goto('/calculator/');
  const asked = Promise.withResolvers<void>();
  await page.route('**/*activity-worker*', async (route) => {
    await asked.promise;
    await route.continue();
  });
  await paste(page, `${HEADER}2026-10-01,${sized!.id},1000,200,0\n`);
  const elsewhere = page.getByLabel('PUE');
  await elsewhere.focus();
  asked.resolve();
  await expect(page.getByText(/^1 of 1 rows counted/)).toBeVisible();
  await expect(total(page)).toHaveText(/^About/);
  await expect(page.getByRole('progressbar')).toBeHidden();
  await expect(elsewhere).toBeFocused();
});

test('where one line holds up all suggestions it is named, and the others can be asked for', async ({
  page,
}) => {
  const score = ({ artificialAnalysis }: (typeof models)[number]) =>
    artificialAnalysis?.intelligence ?? 0;
  const grams = ({ perThousandOutputTokens }: (typeof models)[number]) =>
    perThousandOutputTokens.gramsCO2e.central;
  const scored = models.filter((model) => score(model) > 0).toSorted((a, b) => score(b) - score(a));
  const [best] = scored;
  const [other] = scored
    .slice(Math.ceil(scored.length / 2))
    .toSorted((a, b) => grams(b) - grams(a));
  test.skip(best === undefined || other === undefined, 'the list carries too few scores');
  // Where all of it is on the best model none scores as much, unless a namesake does.
  await page.goto(`/calculator/?use=${best!.id}*1*0*2,${other!.id}*1*0*1`);
  await expect(total(page)).toHaveText(/^About/);
  await page.getByRole('button', { name: 'Suggest models' }).click();
  const place = page.locator('[data-part=suggestions]');
  await expect(place).toContainText(`, as ${nameOf(best!.id)} does, `);
  const askForOthers = place.getByRole('button', { name: 'Suggest for the lines without' });
  if ((await place.locator('[data-take]').count()) > 0) return;
  await askForOthers.click();
  await expect(place).toContainText(`, as ${nameOf(other!.id)} does, `);
  const [taken] = await place
    .locator('[data-take]')
    .evaluateAll((all) => all.map((one) => one.dataset.take));
  test.skip(taken === undefined, 'nothing emits less than the other line, either');
  await place.locator('[data-take]').first().click();
  await expect(page).toHaveURL(`/calculator/?use=${best!.id}*1*0*2,${taken}*1*0*1`);
});

for (const failing of [
  '**/api/v1/model-names.json',
  '**/api/v1/method.json',
  '**/api/v1/grid-intensity.json',
  '**/*usage-worker*',
]) {
  test(`without ${failing} no figure stands for what was asked, until another try`, async ({
    page,
  }) => {
    await page.route(failing, (route) => route.abort());
    await page.goto(`/calculator/?use=${sized!.id}*1M*0*2M&grid=FR`);
    const problem = page.getByRole('alert').filter({ hasText: 'could not be computed' });
    await expect(problem).toBeVisible();
    await expect(total(page)).toBeHidden();
    await page.unroute(failing);
    await problem.getByRole('button', { name: 'Try again' }).click();
    await expect(total(page)).toHaveText(/^About/);
    await expect(problem).toBeHidden();
  });
}

test('an export that could not be read for want of a file is read at another try', async ({
  page,
}) => {
  await page.goto('/calculator/');
  await page.route('**/*activity-worker*', (route) => route.abort());
  await paste(page, `${HEADER}2026-10-01,${priced!.id},1000000,2000000,0\n`);
  const problem = page.getByRole('alert').filter({ hasText: 'The export was not read' });
  await expect(problem).toBeVisible();
  await expect(total(page)).toBeHidden();
  await page.unroute('**/*activity-worker*');
  await problem.getByRole('button', { name: 'Try again' }).click();
  await expect(total(page)).toHaveText(/^About/);
});

test('a large export is read beside the page, which stays awake, and can be stopped', async ({
  page,
}) => {
  const rows = Array.from({ length: 50_000 }, () => `2026-10-01,${priced!.id},1000,200,400`);
  const file = {
    name: 'usage.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${HEADER}${rows.join('\n')}\n`),
  };
  await page.goto('/calculator/');
  await page.getByText('From an export').click();
  // As long as nothing answers it reads, however fast the machine is.
  await page.route('**/*activity-worker*', () => undefined);
  await page.getByLabel('A file').setInputFiles(file);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('progressbar')).toBeHidden();
  // What computes the example again is on its way: a route that ends meanwhile may lose it.
  await expect(page.locator('token-calculator[data-figures=shown]')).toBeVisible();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await expect(total(page)).toHaveText(/^The example: about/);

  const devTools = await page.context().newCDPSession(page);
  // The page's own time, whatever else the machine does.
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const secondsOfScript = async () => {
    const { metrics } = await devTools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')!.value;
  };
  const before = await secondsOfScript();
  await page.getByLabel('A file').setInputFiles(file);
  await expect(page.getByText(/^50\u202f000 of 50\u202f000 rows counted/)).toBeVisible();
  await expect(total(page)).toHaveText(/^About/);
  expect((await secondsOfScript()) - before).toBeLessThan(0.2);
});

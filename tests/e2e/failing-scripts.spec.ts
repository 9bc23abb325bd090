import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { forgetsFailedImports, REMEMBERS } from './failed-imports.ts';
import { test } from './secured-test.ts';
import { publishedIndex } from './site.ts';

const [id = ''] = publishedIndex().models.map((model) => model.id);

test('under “In your scenario” no figure stands that is not computed yet', async ({ page }) => {
  const computed = Promise.withResolvers<void>();
  await page.route('**/api/v1/estimation-inputs.json', async (route) => {
    await computed.promise;
    await route.continue();
  });
  await page.goto(`/models/${id}/?grid=SE&per=chat`);
  const section = page.locator('scenario-panel section');
  await expect(section).toHaveAttribute('aria-busy', 'true');
  await expect(section).toBeVisible();
  for (const part of ['.lead', '.range-chart', '.range-chart .median', '.tokens']) {
    await expect(section.locator(part).first()).toBeHidden();
  }
  computed.resolve();
  await expect(section.locator('.range-chart .median').first()).toBeVisible();
});

/** The rows on screen as the page writes them into a CSV file. */
async function exported(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

for (const [address, failing] of [
  ['/?against=now', undefined],
  ['/?against=now&unit=mg', undefined],
  [`/?against=now&now=${id}&per=chat`, '**/api/v1/requests.json'],
  ['/?per=chat&grid=SE', '**/api/v1/estimation-inputs.json'],
] as const) {
  test(`${address} is exported, and called in the title, as what stands there without ${failing}`, async ({
    page,
  }) => {
    if (failing !== undefined) await page.route(failing, (route) => route.abort());
    await page.goto(address);
    const problem = page.getByRole('alert').filter({ hasText: 'as published, not as you ask' });
    await expect(problem).toBeVisible();
    const [head = '', first = ''] = (await exported(page)).split('\r\n');
    const unit = address.includes('unit=mg') ? 'mg' : 'g';
    expect(head).toContain(`${unit}CO2e_per_1k_tokens_central_p50`);
    expect(head).not.toMatch(/times_|per_request/);
    expect(first).toContain('per 1000 output tokens, as served');
    expect(first).not.toMatch(/per=chat|grid=SE|against=/);
    await expect(page).not.toHaveTitle(/chat|grid|times/);
  });
}

test('a price is read with its dollar, and what is none is said', async ({ page }) => {
  await page.goto('/');
  const price = page.locator('input[name=max-price]');
  for (const [typed, read] of [
    ['$5', '5'],
    ['5 USD', '5'],
    ['1.200', '1.2'],
  ] as const) {
    await price.fill(typed);
    await price.press('Tab');
    await expect(price).toHaveValue(read);
    await expect(page).toHaveURL(new RegExp(`max-price=${RegExp.escape(read)}(&|$)`));
  }
  for (const typed of ['1,200', '-1', '5€', '0x10']) {
    await price.fill(typed);
    await price.press('Tab');
    await expect(price).toHaveValue(typed);
    await expect(page).not.toHaveURL(/max-price/);
    expect(await price.evaluate((input: HTMLInputElement) => input.validationMessage)).toContain(
      typed,
    );
  }
});

test('a request of no tokens is refused, not replaced', async ({ page }) => {
  await page.goto('/?per=1k*0*300');
  for (const name of ['input', 'cached', 'output']) {
    await page.locator(`input[name=own-${name}]`).fill('0');
  }
  const output = page.locator('input[name=own-output]');
  await output.press('Tab');
  await expect
    .poll(() => output.evaluate((input: HTMLInputElement) => input.validationMessage))
    .toContain('no tokens');
  await expect(output).toHaveValue('0');
});

test('no more is typed into the search than its address can hold', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('searchbox').first()).toHaveAttribute('maxlength', '200');
});

for (const address of ['/', `/models/${id}/`]) {
  test(`what was chosen on ${address} while the controls could not be had is said, and applied once they can`, async ({
    page,
  }) => {
    await page.goto(address);
    test.skip(!(await forgetsFailedImports(page)), REMEMBERS);
    await page.context().setOffline(true);
    await page.locator('select[name=per]').selectOption('chat');
    const problem = page.getByRole('alert').filter({ hasText: 'is not applied' });
    await expect(problem.getByRole('button', { name: 'Try again' })).toBeVisible();
    await page.context().setOffline(false);
    await page.locator('input[name=grid]').fill('SE');
    await page.locator('input[name=grid]').press('Tab');
    await expect(page).toHaveURL(/\?per=chat&grid=SE$/);
    await expect(problem).toBeHidden();
    await expect(page.locator('[data-differs]')).toContainText('Sweden');
    await expect(page.locator('select[name=per]')).toHaveValue('chat');
  });
}

test('a scenario is not named before it is read, and is at another try', async ({ page }) => {
  await page.goto('/');
  const forgets = await forgetsFailedImports(page);
  await page.route('**/scenario-controls*.js', (route) => route.abort());
  await page.goto('/?grid=SE');
  const problem = page.locator('[data-controls-problem]');
  await expect(problem).toBeVisible();
  await expect(page.locator('[data-differs]')).toBeHidden();
  await page.unroute('**/scenario-controls*.js');
  await problem.getByRole('button', { name: 'Try again' }).click();
  // Where the browser remembers the failure, trying again is said to be in vain.
  if (!forgets) await problem.getByRole('button', { name: 'Reload the page' }).click();
  await expect(problem).toBeHidden();
  await expect(page.locator('[data-differs]')).toContainText('Sweden');
});

test('an answer that could not be had is had at another try, or as published once nothing is asked', async ({
  page,
}) => {
  const answer = page.locator('carbon-answer .answer');
  await page.goto('/');
  const served = await answer.textContent();
  const forgets = await forgetsFailedImports(page);
  await page.route('**/answer-view*.js', (route) => route.abort());
  await page.goto('/?grid=SE');
  await expect(answer).toContainText('No answer could be computed');
  await page.getByRole('button', { name: 'Back to as served' }).click();
  await expect(answer).toHaveText(served ?? '');
  await page.goto('/?grid=SE');
  await expect(answer).toContainText('No answer could be computed');
  await page.unroute('**/answer-view*.js');
  await answer.getByRole('button', { name: 'Try again' }).click();
  if (!forgets) await answer.getByRole('button', { name: 'Reload the page' }).click();
  await expect(answer).toContainText('Take ');
  await expect(page.locator('carbon-answer')).not.toHaveAttribute('aria-busy');
  await expect(answer).not.toHaveText(served ?? '');
});

test('a part of a page that never comes is said', async ({ page }) => {
  const unloaded = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
  // What is only looked at does not count.
  const fontGone = page.waitForEvent(
    'requestfailed',
    (request) => request.resourceType() === 'font',
  );
  await page.route('**/*.woff2', (route) => route.abort());
  await page.goto('/');
  await fontGone;
  await expect(page.locator('html')).toHaveJSProperty('ownerDocument.readyState', 'complete');
  await expect(unloaded).toBeHidden();
  await page.route('**/IndexTable*.js', (route) => route.abort());
  await page.goto('/?sort=-median');
  await expect(unloaded).toBeVisible();
  await page.unroute('**/IndexTable*.js');
  await page.reload();
  await expect(page.locator('[aria-sort=descending]').first()).toBeVisible();
  await expect(unloaded).toBeHidden();
});

test('a model in use that cannot be looked up is said beside its field', async ({ page }) => {
  await page.goto('/');
  await page.route('**/*.js', (route) => route.abort());
  const field = page.locator('carbon-answer input[name=now]');
  await field.fill(id);
  await field.press('Tab');
  await expect
    .poll(() => field.evaluate((input: HTMLInputElement) => input.validationMessage))
    .toContain('could not be looked up');
});

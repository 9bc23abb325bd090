import { expect } from '@playwright/test';
import { test } from './secured-test.ts';
import { publishedIndex } from './site.ts';

const [id = '', other = ''] = publishedIndex().models.map((model) => model.id);

/** What a link asks for, what fails on the way, and what stands on the page once it does not. */
const FAILURES = [
  ['/?per=chat', '**/api/v1/requests.json', '[data-functional-unit]', /chat/],
  ['/?grid=FR', '**/*estimates-worker*', '[data-differs]', /France/],
  ['/?columns=class,input', '**/api/v1/index-columns.json', '.row [data-column=input]', /\d/],
  [`/models/${id}/?grid=FR`, '**/api/v1/estimation-inputs.json', '[data-figure=median]', /\d/],
  [`/compare/?models=${id},${other}`, '**/api/v1/method.json', '[data-model]', /\d/],
] as const;

for (const [address, failing, place, holds] of FAILURES) {
  test(`${address} says that ${failing} could not be had, and tries again`, async ({ page }) => {
    await page.route(failing, (route) => route.abort());
    await page.goto(address);
    const problem = page.getByRole('alert').filter({ hasText: 'could not be' });
    await expect(problem).toBeVisible();
    await page.unroute(failing);
    await problem.getByRole('button', { name: 'Try again' }).click();
    await expect(problem).toBeHidden();
    await expect(page.locator(place).first()).toContainText(holds);
  });
}

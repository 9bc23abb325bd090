import { expect, type Locator } from '@playwright/test';
import { announcedAll, announcement, columnHeader, sortButton, visibleIds } from './index-table.ts';
import { test } from './secured-test.ts';
import { publishedIndex, SCREENS } from './site.ts';

const TIERS = ['measured', 'architecture', 'parameters', 'price'];

type Model = ReturnType<typeof publishedIndex>['models'][number];
const grams = (model: Model) => model.perThousandOutputTokens.gramsCO2e;

/** What each column sorts by, as a number; rows without one come last either way. */
const COLUMNS = [
  {
    column: /^Class/,
    parameter: 'class',
    key: (model: Model) => model.emissionClass.place,
    announced: ['class, lowest first', 'class, highest first'],
  },
  {
    column: /^Evidence/,
    parameter: 'evidence',
    key: (model: Model) => TIERS.indexOf(model.evidence),
    announced: ['evidence, strongest first', 'evidence, weakest first'],
  },
  {
    column: /^Nine in ten/,
    parameter: 'spread',
    key: (model: Model) => grams(model).high / grams(model).low,
    announced: ['range, narrowest first', 'range, widest first'],
  },
  {
    column: /^\$ per M/,
    parameter: 'price',
    key: (model: Model) => model.listPrice.outputUsdPerMillionTokens,
    announced: ['price, lowest first', 'price, highest first'],
  },
  {
    column: /^Median/,
    parameter: 'median',
    key: (model: Model) => grams(model).central,
    announced: ['median, lowest first', 'median, highest first'],
  },
] as const;

const models = new Map(publishedIndex().models.map((model) => [model.id, model]));

function keysOf(ids: readonly string[], key: (model: Model) => number | undefined): number[] {
  return ids.flatMap((id) => key(models.get(id)!) ?? []);
}

function expectOrdered(keys: readonly number[], direction: 1 | -1): void {
  for (const [index, key] of keys.entries()) {
    const next = keys[index + 1];
    // The published range is rounded to four digits, which can swap neighbours in its ratio.
    if (next !== undefined) expect(direction * (next - key)).toBeGreaterThan(-0.005 * key - 1e-12);
  }
}

test('every column sorts both ways, by mouse and by keyboard, and is the only one marked', async ({
  page,
}) => {
  // Ten sorts of the whole list.
  test.slow();
  // From another order, so that the first press on the default column is seen to act.
  await page.goto('/?sort=name');
  // The name has a test of its own.
  await expect(page.getByRole('columnheader').getByRole('button')).toHaveCount(COLUMNS.length + 1);
  for (const { column, parameter, key, announced } of COLUMNS) {
    const [ascending, descending] = announced;

    await sortButton(page, column).click();
    await expect(announcement(page)).toHaveText(announcedAll(models.size, `by ${ascending}`));
    await expect(columnHeader(page, column)).toHaveAttribute('aria-sort', 'ascending');
    await expect(page.locator('[aria-sort]')).toHaveCount(1);
    const upwards = await visibleIds(page);
    expect(upwards).toHaveLength(models.size);
    expectOrdered(keysOf(upwards, key), 1);

    await sortButton(page, column).press('Enter');
    await expect(announcement(page)).toHaveText(announcedAll(models.size, `by ${descending}`));
    await expect(columnHeader(page, column)).toHaveAttribute('aria-sort', 'descending');
    await expect(page).toHaveURL(`/?sort=-${parameter}`);
    await expect(sortButton(page, column)).toBeFocused();
    const downwards = await visibleIds(page);
    expectOrdered(keysOf(downwards, key), -1);
    expect(downwards).not.toEqual(upwards);

    const withoutKey = (ids: string[]) =>
      ids.filter((id) => key(models.get(id)!) === undefined).length;
    const last = withoutKey(upwards);
    expect(withoutKey(upwards.slice(upwards.length - last))).toBe(last);
    expect(withoutKey(downwards.slice(downwards.length - last))).toBe(last);
  }
});

test('the column "Model" sorts by name, numbers in a name by their size', async ({ page }) => {
  await page.goto('/');
  const names = () => page.locator('[data-values] a').allTextContents();
  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

  await sortButton(page, /^Model/).press('Enter');
  await expect(announcement(page)).toHaveText(announcedAll(models.size, 'by name, A first'));
  const upwards = await names();
  expect(upwards).toEqual(upwards.toSorted(collator.compare));

  await sortButton(page, /^Model/).click();
  await expect(announcement(page)).toHaveText(announcedAll(models.size, 'by name, Z first'));
  expect(await names()).not.toEqual(upwards);
  await expect(columnHeader(page, /^Model/)).toHaveAttribute('aria-sort', 'descending');
});

test('each cell of a row is read under the head of its own column, on a laptop and on a phone', async ({
  page,
}) => {
  await page.goto('/');
  const table = page.locator('model-table').getByRole('table', { name: /grams of CO2e/ });
  for (const screen of [SCREENS.laptop, SCREENS.phone]) {
    await page.setViewportSize(screen);
    const heads = await columnsOf(table.getByRole('row').first(), 'columnheader');
    const row = table.getByRole('row').filter({ has: page.getByRole('rowheader') });
    expect(await columnsOf(row.first(), 'cell', 'rowheader')).toEqual(heads);
  }
});

/** The columns of what assistive technology finds in a row, in its order, by their classes. */
async function columnsOf(row: Locator, ...roles: ('cell' | 'columnheader' | 'rowheader')[]) {
  const [first, ...others] = roles.map((role) => row.getByRole(role));
  const found = others.reduce((all, other) => all.or(other), first!);
  return found.evaluateAll((cells) => cells.map((cell) => cell.classList[0]));
}

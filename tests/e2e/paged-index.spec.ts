import { expect, type Page } from '@playwright/test';
import { ROWS_A_PAGE } from '../../src/components/index-table/index-pages.ts';
import { INDEX_ROWS } from '../../src/ui/trusted-text.ts';
import { announcedAll, announcement, rowsIn, sortButton, visibleIds } from './index-table.ts';
import { test } from './secured-test.ts';
import { builtFile, publishedIndex, SCREENS } from './site.ts';

/** A list longer than a page can hold, made of today's: half of the finished index's rows stand on a page of their own. */

const FURTHER = '/all/2/';
const { models } = publishedIndex();
const [head = '', ...rows] = builtFile('index.html').split(
  /(?=<div role="row" class="row model-row")/,
);
// The last row goes on to the end of the page.
const last = rows.pop() ?? '';
const end = last.indexOf('</div>') + '</div>'.length;
rows.push(last.slice(0, end));
const half = Math.ceil(rows.length / 2);
const tail = last
  .slice(end)
  .replace(
    '</model-table>',
    `<nav data-models="${models.length}"><a data-rest href="${FURTHER}">The others</a></nav></model-table>`,
  );

async function serveInHalves(page: Page): Promise<void> {
  const pages = { '/': rows.slice(0, half), [FURTHER]: rows.slice(half) };
  for (const [path, own] of Object.entries(pages)) {
    await page.route(
      ({ pathname }) => pathname === path,
      (route) => route.fulfill({ contentType: 'text/html', body: head + own.join('') + tail }),
    );
  }
}

/** Where a row's bar stands on the axis. */
function barsIn(page: Page): Promise<[string, string][]> {
  return rowsIn(page).evaluateAll((all) =>
    all.map((row) => {
      const bar = row.querySelector('.range-bar');
      const places = bar === null ? undefined : getComputedStyle(bar);
      const name = row.querySelector('a')?.pathname ?? '';
      return [name, ['--l', '--m', '--h'].map((one) => places?.getPropertyValue(one)).join(' ')];
    }),
  );
}

test('the rows of the index begin as the policy of its pages lets them', () => {
  expect(head.trimEnd().endsWith(INDEX_ROWS)).toBe(true);
});

test('the first sort fetches the rest of a long list, and sorts all of it', async ({ page }) => {
  await page.goto('/');
  const drawn = new Map(await barsIn(page));
  await serveInHalves(page);
  await page.goto('/');
  await expect(rowsIn(page)).toHaveCount(half);
  await sortButton(page, /^Model/).click();
  await expect(announcement(page)).toHaveText(announcedAll(models.length, 'by name, A first'));
  await expect(rowsIn(page)).toHaveCount(models.length);
  expect(new Map(await barsIn(page))).toEqual(drawn);
  await expect(page.getByRole('link', { name: 'The others' })).toHaveCount(0);
});

test('a link with a state answers from the whole of a long list', async ({ page }) => {
  await page.goto('/?sort=-median');
  const wanted = await visibleIds(page);
  await serveInHalves(page);
  await page.goto('/?sort=-median');
  expect(await visibleIds(page)).toEqual(wanted);
});

test('what cannot be fetched of a long list is said, and nothing is sorted until it can', async ({
  page,
}) => {
  await serveInHalves(page);
  await page.goto('/');
  const before = await visibleIds(page);
  const isFurther = ({ pathname }: URL) => pathname === FURTHER;
  await page.route(isFurther, (route) => route.abort());
  await sortButton(page, /^Model/).click();
  const problem = page.getByRole('alert').filter({ hasText: 'could not be read' });
  await expect(problem).toBeVisible();
  expect(await visibleIds(page)).toEqual(before);
  await page.unroute(isFurther);
  await problem.getByRole('button', { name: 'Try again' }).click();
  await expect(problem).toBeHidden();
  await expect(announcement(page)).toContainText(`${models.length} models`);
});

test('of a list that is longer than a page the first rows stand, which is said, and all at a press', async ({
  page,
}) => {
  const copies = Array.from({ length: Math.ceil((ROWS_A_PAGE + 1) / rows.length) }, (_, copy) =>
    rows.map((row) => row.replace('href="/models/', `href="/models/copy-${copy}-of-`)),
  ).flat();
  const end = last
    .slice(last.indexOf('</div>') + '</div>'.length)
    .replace('</model-table>', '<button data-show-all hidden>Show all</button></model-table>');
  await page.route(
    ({ pathname }) => pathname === '/',
    (route) => route.fulfill({ contentType: 'text/html', body: head + copies.join('') + end }),
  );
  await page.goto('/');
  await sortButton(page, /^Median/).hover();
  await sortButton(page, /^Median/).click();
  await expect(rowsIn(page)).toHaveCount(ROWS_A_PAGE);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  const scrolled = await page.evaluate(() => {
    const { dataset } = document.documentElement;
    const look = () => {
      dataset.highest = String(Math.min(scrollY, Number(dataset.highest ?? scrollY)));
      requestAnimationFrame(look);
    };
    look();
    return scrollY;
  });
  await sortButton(page, /^Model/).click();
  await expect(announcement(page)).toHaveText(
    announcedAll(copies.length, `by name, A first; the first ${ROWS_A_PAGE} stand here`),
  );
  await expect(rowsIn(page)).toHaveCount(ROWS_A_PAGE);
  // Whoever has scrolled down stays there, to a screen, while rows are missing, too.
  const highest = await page.evaluate(() => Number(document.documentElement.dataset.highest));
  expect(scrolled - highest).toBeLessThan(SCREENS.laptop.height);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(rowsIn(page)).toHaveCount(copies.length);
  await expect(announcement(page)).toHaveText(announcedAll(copies.length, 'by name, A first'));
});

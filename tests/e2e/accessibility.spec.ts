import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { PAGE_KINDS, SCREENS } from './site.ts';

const MOST_ROWS = 12;

for (const [kind, address] of Object.entries(PAGE_KINDS)) {
  for (const screen of ['laptop', 'phone'] as const) {
    test(`the ${kind} page shuts nobody out, on a ${screen}, light and dark`, async ({ page }) => {
      await page.setViewportSize(SCREENS[screen]);
      await page.goto(address);
      await thinOut(page);
      expect(await violationsIn(new AxeBuilder({ page }))).toEqual([]);

      const light = await background(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect.poll(() => background(page)).not.toBe(light);
      // The rest of the page is the same as before.
      expect(await violationsIn(new AxeBuilder({ page }).withRules(['color-contrast']))).toEqual(
        [],
      );
    });
  }
}

/** Hundreds of rows, points or entries of one make would take axe minutes: a few, spread over all, stand for them. */
async function thinOut(page: Page): Promise<void> {
  await page.locator('[data-rows], tbody, ul, svg').evaluateAll((parents, most) => {
    for (const parent of parents) {
      const children = [...parent.children];
      const step = Math.ceil(children.length / most);
      for (const [index, child] of children.entries()) if (index % step !== 0) child.remove();
    }
  }, MOST_ROWS);
}

/** What axe finds fault with, and where; fails where it has found nothing to look at. */
async function violationsIn(axe: AxeBuilder) {
  const { violations, passes } = await axe.analyze();
  expect(passes.length).toBeGreaterThan(0);
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.slice(0, 5).map(({ target, failureSummary }) => [target, failureSummary]),
  }));
}

function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

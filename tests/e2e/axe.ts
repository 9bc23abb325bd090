import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const MOST_ROWS = 3;

/**
 * What axe finds fault with on a page, and where, by all its rules or some; fails where it has found
 * nothing to look at. Leaves a few of the page's rows only: hundreds of one make would take minutes.
 */
export async function violationsOn(page: Page, rules: string[] = []) {
  await thinOut(page);
  // Frames of other origins are what the other mode is for, and no page has one.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations, passes } = await (rules.length > 0 ? axe.withRules(rules) : axe).analyze();
  expect(passes.length).toBeGreaterThan(0);
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.slice(0, 5).map(({ target, failureSummary }) => [target, failureSummary]),
  }));
}

/** Of many rows, points, choices or entries of one make, a few spread over all stand for them. */
async function thinOut(page: Page): Promise<void> {
  await page
    .locator('[data-rows], tbody, ul, svg, datalist, select')
    .evaluateAll((parents, most) => {
      for (const parent of parents) {
        const children = [...parent.children];
        const step = Math.ceil(children.length / most);
        for (const [index, child] of children.entries()) if (index % step !== 0) child.remove();
      }
    }, MOST_ROWS);
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';

const MOST_ROWS = 3;

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What the script above leaves in the page. */
declare const axe: typeof import('axe-core');

/**
 * What axe finds fault with on a page, and where, by all its rules or some; fails where it has found
 * nothing to look at. Leaves a few of the page's rows only: hundreds of one make would take minutes.
 */
export async function violationsOn(page: Page, rules: string[] = []) {
  // Read once a page: its 650 kB take longer than what it does.
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await thinOut(page);
    await page.evaluate(AXE);
  }
  const { violations, passed } = await page.evaluate(async (only) => {
    const found = await axe.run({
      resultTypes: ['violations'],
      ...(only.length > 0 && { runOnly: only }),
    });
    return { violations: found.violations, passed: found.passes.length };
  }, rules);
  expect(passed).toBeGreaterThan(0);
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

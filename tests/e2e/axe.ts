import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';

const MOST_ROWS = 3;

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What the script above leaves in the page. */
declare const axe: typeof import('axe-core');

/** A page that is driven, by whichever library. */
interface Driven {
  evaluate(script: string): Promise<unknown>;
  evaluate<Argument, Result>(
    inPage: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
}

/**
 * What axe finds fault with on a page, and where, by all its rules or some; fails where it has found
 * nothing to look at. Leaves a few of the page's rows only: hundreds of one make would take minutes.
 */
export async function violationsOn(page: Driven, rules: string[] = []) {
  // Read once a page: its 650 kB take longer than what it does.
  if (!(await page.evaluate("'axe' in globalThis"))) {
    await page.evaluate(thinOut, MOST_ROWS);
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
function thinOut(most: number): void {
  for (const parent of document.querySelectorAll('[data-rows], tbody, ul, svg, datalist, select')) {
    const children = [...parent.children];
    const step = Math.ceil(children.length / most);
    for (const [index, child] of children.entries()) if (index % step !== 0) child.remove();
  }
}

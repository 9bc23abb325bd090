import { expect } from '@playwright/test';
import { addressOf, LINKS, ROUTES } from '../routes.ts';
import { test } from '../secured-test.ts';
import { hasScores, SCREENS } from '../site.ts';
import { expectNoShiftWhileLoading, LATE } from './loading.ts';
import { crampedTexts } from './room.ts';

// Run without a font on the machine: see the projects in playwright.config.ts.

for (const screen of ['laptop', 'phone'] as const) {
  test.describe(`on a ${screen}`, () => {
    test.use({ viewport: SCREENS[screen] });

    for (const route of ROUTES) {
      test(`nothing moves on a page of ${route} when its scripts come late`, async ({ page }) => {
        await expectNoShiftWhileLoading(page, addressOf(route), LATE.scripts);
        if (route !== 'index' || !hasScores()) return;
        // The answer and the first rows stand on the first screen, whole.
        for (const row of [0, 1]) {
          await expect(page.locator('.chosen tbody tr').nth(row)).toBeInViewport({ ratio: 1 });
        }
      });
    }

    for (const [name, address] of Object.entries(LINKS)) {
      for (const [what, late] of Object.entries(LATE)) {
        test(`nothing moves on ${name} when its ${what} come late`, async ({ page }) => {
          await expectNoShiftWhileLoading(page, address, late);
          expect(await crampedTexts(page)).toEqual([]);
        });
      }
    }
  });
}

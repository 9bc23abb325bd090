import { expect } from '@playwright/test';
import { addressOf, ROUTES } from '../routes.ts';
import { test } from '../secured-test.ts';
import { SCREENS } from '../site.ts';
import { expectNoShiftWhileLoading, LATE } from './loading.ts';
import { crampedTexts } from './room.ts';

// Run with one wide font on the machine: see the projects in playwright.config.ts.

for (const route of ROUTES) {
  test(`a page of ${route} stands still and has room for its texts where its fonts come too late`, async ({
    page,
  }) => {
    await expectNoShiftWhileLoading(page, addressOf(route), LATE.scriptsAndFonts);
    for (const screen of [SCREENS.laptop, SCREENS.phone]) {
      await page.setViewportSize(screen);
      expect(await crampedTexts(page), `on ${screen.width} pixels`).toEqual([]);
    }
  });
}

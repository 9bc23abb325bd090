import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { violationsOn } from '../axe.ts';
import { addressOf, LINKS, NOT_FOUND, ROUTES } from '../routes.ts';
import { SCREENS } from '../site.ts';
import { settle, test, textsIn } from './firefox-test.ts';

for (const route of ROUTES) {
  test(`a page of ${route} stands in Firefox, fits every screen, and shuts nobody out`, async ({
    tab,
    baseURL,
  }) => {
    const response = await tab.goto(`${baseURL}${addressOf(route)}`);
    expect(response?.status()).toBe(route === NOT_FOUND ? 404 : 200);
    await expectRoomAndAccess(tab);
  });
}

for (const [name, address] of Object.entries(LINKS)) {
  test(`${name} fits every screen of Firefox and shuts nobody out`, async ({ tab, baseURL }) => {
    await tab.goto(`${baseURL}${address}`);
    await settle(tab);
    await expectRoomAndAccess(tab);
  });
}

/** On every screen the title and the figures have room, and nothing stands over the edge; axe finds nothing. */
async function expectRoomAndAccess(tab: Page): Promise<void> {
  for (const screen of Object.values(SCREENS)) {
    await tab.setViewport(screen);
    // A page takes a frame to follow its window.
    await expect
      .poll(() => pixelsTooWide(tab), { message: `sideways on ${screen.width} pixels` })
      .toBeLessThanOrEqual(0);
    expect(await textsIn(tab, 'h1')).toEqual([expect.stringMatching(/\w/)]);
    expect(await flattened(tab), `without a size on ${screen.width} pixels`).toEqual([]);
  }
  expect(await violationsOn(tab)).toEqual([]);
}

function pixelsTooWide(tab: Page): Promise<number> {
  return tab.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** What shows a page's figures and takes no room though nothing hides it. */
function flattened(tab: Page): Promise<string[]> {
  return tab.$$eval('main :is(table, svg:not([width="0"]), .median, .spread)', (elements) =>
    elements
      .filter((element) => element.checkVisibility())
      .filter((element) => element.matches('svg') || element.textContent !== '')
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width === 0 || height === 0;
      })
      .map((element) => element.outerHTML.slice(0, 100)),
  );
}

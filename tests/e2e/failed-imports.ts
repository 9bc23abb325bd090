import type { Page } from '@playwright/test';

/** Why a test is skipped in such a browser. */
export const REMEMBERS =
  'This browser remembers that a script failed until the page is loaded anew.';

/** Whether a browser asks for a script again that did not come. To be asked of a page that is loaded. */
export async function forgetsFailedImports(page: Page): Promise<boolean> {
  const path = '/asked-again.js';
  await page.route(`**${path}`, (route) => route.abort());
  const isThere = () => page.evaluate<boolean>(`import('${path}').then(() => true, () => false)`);
  await isThere();
  await page.unroute(`**${path}`);
  await page.route(`**${path}`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  );
  const isAskedAgain = await isThere();
  await page.unroute(`**${path}`);
  return isAskedAgain;
}

import type { Locator, Page } from '@playwright/test';

/** The index table, as a reader handles it. */

/** One visible row, as it reads. */
export interface VisibleRow {
  id: string;
  name: string;
  evidence: string;
  median: string;
  spread: string;
  price: string;
}

/** The visible rows, from the top down, once what a link asks for is applied: they are hidden until then. */
export async function visibleRows(page: Page): Promise<VisibleRow[]> {
  await page
    .locator('html:not(.state-pending) [data-rows]:not([data-moving])')
    .waitFor({ state: 'attached' });
  return rowsIn(page).evaluateAll((rows) =>
    rows
      .filter((row) => row.checkVisibility())
      .map((row) => {
        const text = (part: string) => row.querySelector(part)?.textContent?.trim() ?? '';
        const address = row.querySelector('a')?.pathname ?? '';
        return {
          id: decodeURIComponent(address).replace(/^\/models\/|\/$/g, ''),
          name: text('a'),
          evidence: text('.evidence'),
          median: text('.median'),
          spread: text('.spread'),
          price: text('.price'),
        };
      }),
  );
}

/** The ids of the visible rows, from the top down. */
export async function visibleIds(page: Page): Promise<string[]> {
  return (await visibleRows(page)).map(({ id }) => id);
}

/** The table of all models. */
export function indexTable(page: Page): Locator {
  return page.getByRole('table', { name: /^Models with their / });
}

/** Every row of a model, hidden ones too. */
export function rowsIn(page: Page): Locator {
  return indexTable(page).locator('[data-values]');
}

/** The sentence that says what is shown and in which order. */
export function announcement(page: Page): Locator {
  return page.getByRole('status');
}

/** What it says where nothing is filtered; where models have scores, that these play no part. */
export function announcedAll(models: number, rest: string): RegExp {
  return new RegExp(`^All ${models} models(, whatever they score)?, ${RegExp.escape(rest)}$`);
}

/** The button in a column's head. */
export function sortButton(page: Page, column: RegExp): Locator {
  return columnHeader(page, column).getByRole('button');
}

/** A column's head, by what its button says. */
export function columnHeader(page: Page, column: RegExp): Locator {
  return page.getByRole('columnheader').filter({
    has: page.getByRole('button', { name: column }),
  });
}

/** The field that searches the models. */
export function searchField(page: Page): Locator {
  return page.getByRole('searchbox');
}

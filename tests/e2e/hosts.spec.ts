import { expect, type Page } from '@playwright/test';
import * as z from 'zod';
import { test } from './secured-test.ts';
import { builtFile, shows } from './site.ts';

const NO_ESTIMATE = 'no estimate: own accelerator, not measured';

const Hosts = z.object({
  hosts: z.array(
    z.object({ slug: z.string(), name: z.string(), noEstimate: z.string().optional() }),
  ),
});
const { hosts } = Hosts.parse(JSON.parse(builtFile('api/v1/hosts.json')));

const Models = z.object({
  models: z.array(z.object({ id: z.string(), served: z.object({ hosts: z.array(z.string()) }) })),
});
const { models } = Models.parse(JSON.parse(builtFile('api/v1/index.json')));
const servedBy = (slug: string) =>
  models.filter(({ served }) => served.hosts.includes(slug)).length;
/** Of the hosts without an estimate the one that serves most models; undefined where none serves any. */
const UNMEASURED = hosts
  .filter(({ slug, noEstimate }) => noEstimate !== undefined && servedBy(slug) > 0)
  .toSorted((a, b) => servedBy(b.slug) - servedBy(a.slug))[0]?.slug;
/** The model with most hosts, such a host among them where there is one. */
const MODEL = models.toSorted((a, b) => rank(b) - rank(a))[0]!.id;

function rank({ served }: (typeof models)[number]): number {
  return served.hosts.length + (served.hosts.includes(UNMEASURED ?? '') ? 1000 : 0);
}

const Served = z.object({
  served: z.object({
    endpoints: z.array(
      z.object({
        host: z.string().nullable(),
        hostName: z.string(),
        quantization: z.string().optional(),
        tags: z.array(z.string()),
        noEstimate: z.string().optional(),
        lowest: z.boolean().optional(),
        perThousandOutputTokens: z
          .object({ gramsCO2e: z.object({ central: z.number() }) })
          .optional(),
      }),
    ),
  }),
});
const { endpoints } = Served.parse(JSON.parse(builtFile(`api/v1/models/${MODEL}.json`))).served;

/** Rows of the table that the page's host links stand in, from the top down, as texts of their cells. */
function hostRows(page: Page): Promise<string[][]> {
  return page
    .getByRole('main')
    .locator('tbody tr')
    .filter({ has: page.locator('th a[href^="/hosts/"]') })
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
    );
}

test('hosts are sorted by mouse and keyboard, which the link keeps and a screen reader hears', async ({
  page,
}) => {
  const announced = page.getByRole('status');
  const meanGrids = async () =>
    (await hostRows(page)).map((cells) => Number.parseInt(cells[3]!, 10));

  await page.goto('/hosts/?sort=-grid');
  await expect(announced).toHaveText(`${hosts.length} hosts, by mean grid, highest first`);
  const descending = await meanGrids();
  expect(descending).toHaveLength(hosts.length);
  expect(descending).toEqual(descending.toSorted((a, b) => b - a));

  const head = page.getByRole('columnheader', { name: 'Mean grid' });
  await head.getByRole('button').press('Enter');
  await expect(page).toHaveURL('/hosts/?sort=grid');
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.locator('[aria-sort]')).toHaveCount(1);
  await expect(head.getByRole('button')).toBeFocused();
  expect(await meanGrids()).toEqual(descending.toReversed());

  await page.getByRole('button', { name: 'Models' }).click();
  await page.getByRole('button', { name: 'Models' }).click();
  await expect(announced).toHaveText(`${hosts.length} hosts, by models served, most first`);
  await expect(page).toHaveURL('/hosts/');
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL('/hosts/?sort=grid');
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('hosts are all there, and the endpoint of the lowest median has its request', async ({
    page,
  }) => {
    await page.goto('/hosts/');
    const rows = await hostRows(page);
    expect(rows).toHaveLength(hosts.length);
    const served = rows.map((cells) => Number.parseInt(cells[1]!, 10));
    expect(served).toEqual(served.toSorted((a, b) => b - a));
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);

    await page.goto(`/models/${MODEL}/`);
    const body = JSON.parse((await page.locator('[data-body=only] code').textContent()) ?? '');
    expect(body.provider.only).toEqual([endpoints[0]!.tags[0]]);
    await expect(page.locator('routing-snippet').getByRole('combobox')).toBeHidden();
    await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
  });
});

test('a host on accelerators without a usable measurement has no figure of its own', async ({
  page,
}) => {
  test.skip(UNMEASURED === undefined, 'No model of this list is served by such a host.');
  await page.goto(`/hosts/${UNMEASURED}/`);
  const rows = page.getByRole('row').filter({ has: page.locator('a[href^="/models/"]') });
  expect(await rows.count()).toBeGreaterThan(0);
  await expect(rows.filter({ hasText: NO_ESTIMATE })).toHaveCount(await rows.count());
  await expect(page.locator('.range-bar')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Why there is no estimate' })).toBeVisible();
});

test("a model's endpoints stand with their medians or the reason for none, and a mark only where it is earned", async ({
  page,
}) => {
  await page.goto(`/models/${MODEL}/`);
  const rows = await hostRows(page);
  expect(rows).toHaveLength(endpoints.length);
  for (const [
    index,
    { hostName, noEstimate, lowest, perThousandOutputTokens },
  ] of endpoints.entries()) {
    const [label = '', second = '', median = ''] = rows[index]!;
    expect(label.startsWith(hostName)).toBe(true);
    expect(label.includes('lowest, P =')).toBe(lowest === true);
    if (noEstimate !== undefined) expect([label, second]).toEqual([label, NO_ESTIMATE]);
    else expect(shows(median, perThousandOutputTokens!.gramsCO2e.central)).toBe(true);
  }
});

test('the request for a chosen host is copied whole', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/models/${MODEL}/`);
  const chosen = endpoints.find(({ host }) => host === UNMEASURED) ?? endpoints[0]!;
  await page.getByLabel('For').selectOption(chosen.hostName);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());

  await page.getByRole('button', { name: /^Copy.*This host alone/ }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  expect(JSON.parse(await copied())).toMatchObject({
    model: MODEL,
    provider: { only: chosen.tags },
  });

  await page.getByRole('button', { name: /^Copy.*This host first/ }).click();
  await expect(page.getByText('Copied', { exact: true })).toHaveCount(2);
  expect(JSON.parse(await copied()).provider).toEqual({
    order: chosen.tags,
    allow_fallbacks: true,
  });
});

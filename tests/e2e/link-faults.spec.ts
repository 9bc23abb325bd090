import { expect, type Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { announcement, searchField, visibleIds } from './index-table.ts';
import { test } from './secured-test.ts';
import { hasScores, publishedIndex, SCREENS } from './site.ts';

const { models } = publishedIndex();
const MOST_SHIFT = 0.02;
const measured = models.filter(({ evidence }) => evidence === 'measured');
const [first, second] = models;
const { maker, makerName } = measured[0]!;

/** The sentences beside the figures. */
const said = (page: Page) => page.locator('link-faults p');
/** What stands before the full stop of each: what is not applied. */
const notApplied = 'that part of the link is not applied.';

/** Links with several faults each, what is said of them, and what the rest of them shows. */
const LINKS: {
  page: string;
  address: string;
  sentences: string[];
  applied: (page: Page) => Promise<void>;
}[] = [
  {
    page: 'index',
    address:
      '/?provider=prime-intellect&Evidence=Measured,none&max-price=abc&provder=x&grid=Atlantis&PUE=9&sort=-PRICE&utm_source=mail',
    sentences: [
      `There is no provider “prime-intellect” among the models here; ${notApplied}`,
      `There is no evidence “none”, only measured, architecture, parameters and price; ${notApplied}`,
      `“abc” is no price in USD, such as 1.5; ${notApplied}`,
      `There is no grid “Atlantis”: a country, a zone such as SE, or 1 to 2000 gCO₂e per kWh was expected; ${notApplied}`,
      `“9” cannot be a PUE: 1 to 3 was expected; ${notApplied}`,
      `“provder” means nothing on this page; ${notApplied}`,
    ],
    applied: async (page) => {
      await expect(announcement(page)).toHaveText(
        `${measured.length} of ${models.length} models, by price, highest first`,
      );
      await expect(page.getByText('Your scenario:')).toBeHidden();
      await expect(page).toHaveTitle(
        'Models, evidence measured, by price, highest first · LLM Carbon Index',
      );
    },
  },
  {
    page: 'comparison',
    address: `/compare/?models=${first!.id},${second!.id}&grid=Atlantis&Boundary=Server&per=day`,
    sentences: [
      `Figures cannot be per “day”: output, input, cached-input, million-output, million-input, million-cached-input, words, chat, long-document, reasoning, coding-agent, openrouter-mean or as-used was expected, or a request such as 10k*0*1.5k; ${notApplied}`,
      `There is no grid “Atlantis”: a country, a zone such as SE, or 1 to 2000 gCO₂e per kWh was expected; ${notApplied}`,
    ],
    applied: async (page) => {
      await expect(page.getByText('Your scenario: counting the whole server')).toBeVisible();
      await expect(page.locator('[data-probability]')).toHaveCount(1);
    },
  },
  {
    page: 'model',
    address: `/models/${first!.id}/?grid=Atlantis&pue=9&boundary=moon&q=a`,
    sentences: [
      `There is no grid “Atlantis”: a country, a zone such as SE, or 1 to 2000 gCO₂e per kWh was expected; ${notApplied}`,
      `“9” cannot be a PUE: 1 to 3 was expected; ${notApplied}`,
      `There is no boundary “moon”, only accelerators, server, facility and facilityAndEmbodied; ${notApplied}`,
      `“q” means nothing on this page; ${notApplied}`,
    ],
    applied: async (page) => {
      await expect(page.getByRole('region', { name: 'As you ask' })).toBeHidden();
      await expect(page.getByText('Your scenario:')).toBeHidden();
    },
  },
  {
    page: 'calculator',
    address: `/calculator/?use=${first!.id}*1M*0*200k,${second!.id}*much&instead=nobody/nothing&pue=1,1`,
    sentences: [
      `“${second!.id}*much” is no line of tokens, such as openai/gpt-4.1*10M*0*2M (a model, its input, cached input and output tokens, and its requests if they are known); ${notApplied}`,
      `There is no model “nobody/nothing” among those that are estimated; ${notApplied}`,
    ],
    applied: async (page) => {
      await expect(page.getByText('Your scenario: PUE 1.1')).toBeVisible();
      await expect(page.locator('.result tbody').first().locator('tr')).toHaveCount(1);
    },
  },
  {
    page: 'frontier',
    address: `/frontier/?weights=OPEN&evidence=hearsay&sort=colour&provider=prime-intellect`,
    sentences: [
      `There is no provider “prime-intellect” among the models here; ${notApplied}`,
      `There is no evidence “hearsay”, only measured, architecture, parameters and price; ${notApplied}`,
      `The table cannot be sorted by “colour”; ${notApplied}`,
    ],
    applied: async (page) => {
      await expect(page.getByLabel('Weights')).toHaveValue('open');
      await expect(page.locator('tr[data-rated]:not([hidden])').first()).toBeVisible();
    },
  },
  {
    page: 'traffic page, which shows the same whatever is asked',
    address: '/openrouter/?grid=FR',
    sentences: [`“grid” means nothing on this page; ${notApplied}`],
    applied: async (page) => {
      await expect(page.getByRole('table').first()).toBeVisible();
    },
  },
];

for (const screen of ['laptop', 'phone'] as const) {
  test.describe(`on a ${screen}`, () => {
    test.use({ viewport: SCREENS[screen] });

    for (const { page: kind, address, sentences, applied } of LINKS) {
      if (screen === 'phone' && !['index', 'model'].includes(kind)) continue;
      if (kind === 'frontier' && !hasScores()) continue;
      test(`a link to the ${kind} says what it could not do, the rest is done, and nothing moves`, async ({
        page,
      }) => {
        await page.addInitScript(recordShifts);
        // What fonts move when they come is not the link's doing.
        await page.route(/\.woff2$/, (route) => route.abort());
        await page.goto(address);
        await expect(said(page)).toContainText(sentences);
        await expect(said(page)).toHaveCount(sentences.length);
        await expect(said(page).first()).toBeVisible();
        await applied(page);
        await expect(page).toHaveURL(address);
        expect(await page.evaluate(() => Number(sessionStorage.getItem('shift')))).toBeLessThan(
          MOST_SHIFT,
        );
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide).toBeLessThanOrEqual(0);
        if (screen === 'laptop') expect(await violationsOn(page)).toEqual([]);
      });
    }
  });
}

test('what is said stands until the reader changes something, and leaves the address then', async ({
  page,
}) => {
  await page.goto('/?provider=prime-intellect&evidence=measured,none&pue=9&q=a');
  await expect(said(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Columns' }).click();
  await expect(said(page)).toHaveCount(3);
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Model' }).getByRole('button').click();
  await expect(page).toHaveURL('/?q=a&evidence=measured&sort=name');
  await expect(said(page)).toHaveCount(0);
  await page.goBack();
  await expect(said(page)).toHaveCount(3);
});

test('a provider is found by its name in any letters, and one letter off leads to it', async ({
  page,
}) => {
  const ofMaker = models.filter((model) => model.maker === maker).map(({ id }) => id);
  await page.goto(`/?provider=${encodeURIComponent(makerName.toUpperCase())}`);
  await expect(announcement(page)).toContainText(`${ofMaker.length} of ${models.length} models`);
  expect((await visibleIds(page)).toSorted()).toEqual(ofMaker.toSorted());
  await expect(page.getByLabel('Provider')).toHaveValue(maker);
  await expect(said(page)).toHaveCount(0);

  await page.goto(`/?provider=${maker}q&sort=name`);
  await expect(said(page)).toContainText(['Did you mean']);
  await said(page).getByRole('link', { name: maker, exact: true }).click();
  await expect(page).toHaveURL(`/?provider=${maker}&sort=name`);
  await expect(announcement(page)).toContainText(
    `${ofMaker.length} of ${models.length} models, by name`,
  );
  await expect(said(page)).toHaveCount(0);
});

test('a context that is no choice of the list is understood, and stands among the choices', async ({
  page,
}) => {
  await page.goto('/?min-context=64K');
  const fitting = models.filter(({ contextTokens = 0 }) => contextTokens >= 64_000);
  await expect(announcement(page)).toContainText(`${fitting.length} of ${models.length} models`);
  await expect(said(page)).toHaveCount(0);
  const context = page.getByRole('combobox', { name: 'Context', exact: true });
  await expect(context.locator(':checked')).toHaveText('64k tokens');
  await searchField(page).fill('a');
  await expect(page).toHaveURL('/?q=a&min-context=64k');
});

test('an unknown grid beside a known PUE leaves the grids of the hosts', async ({ page }) => {
  const figures = async (search: string) => {
    await page.goto(`/models/${first!.id}/${search}`);
    const panel = page.getByRole('region', { name: 'As you ask' });
    await expect(panel.locator('[data-figure=median]')).not.toBeEmpty({ timeout: 30_000 });
    return panel.locator('.lead').textContent();
  };
  expect(await figures('?pue=1.1&grid=Atlantis')).toBe(await figures('?pue=1.1'));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('pages that a link could change say that it has not', async ({ page }) => {
    for (const address of [
      '/',
      '/compare/',
      '/calculator/',
      ...(hasScores() ? ['/frontier/'] : []),
      `/models/${first!.id}/`,
    ]) {
      await page.goto(`${address}?grid=FR`);
      await expect(page.getByText(/need(s)? JavaScript/).first()).toBeVisible();
    }
  });
});

/** Adds up every shift that the reader has not caused. */
function recordShifts() {
  sessionStorage.setItem('shift', '0');
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!('value' in entry) || !('hadRecentInput' in entry) || entry.hadRecentInput) continue;
      const sum = Number(sessionStorage.getItem('shift')) + Number(entry.value);
      sessionStorage.setItem('shift', String(sum));
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

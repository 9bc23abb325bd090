import { expect } from '@playwright/test';
import Papa from 'papaparse';
import { mainOf, textOf } from './page-text.ts';
import { addressOf } from './routes.ts';
import { test } from './secured-test.ts';
import { builtFile, builtPaths, offeredIds, publishedIndex, shows } from './site.ts';

const { models, notEstimated } = publishedIndex();

for (const route of ['index', 'models/[...id]']) {
  test(`every range bar of a page of ${route} stands beside its number and range`, async ({
    page,
  }) => {
    await page.goto(addressOf(route));
    const beside = await page.locator('.range-bar:not(.range-sample)').evaluateAll((bars) =>
      bars.map((bar) => {
        const row = bar.closest('[role=row], tr');
        const cells = [...(row?.children ?? [])].map((cell) => cell.textContent?.trim() ?? '');
        // A picture of one range alone has both in its caption.
        const caption = bar.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
        if (row === null) {
          const inCaption = /\(\d[\d.]*\).*\(\d[\d.]*–\d[\d.]*\)/s.test(caption);
          return { cells: [caption], inText: inCaption };
        }
        const inText = cells.some(
          (cell, index) =>
            /^\d+(\.\d+)?$/.test(cell) && /^\d+(\.\d+)?–\d+(\.\d+)?$/.test(cells[index + 1] ?? ''),
        );
        return { cells, inText };
      }),
    );
    expect(beside.length).toBeGreaterThan(3);
    expect(beside.filter(({ inText }) => !inText)).toEqual([]);
  });
}

for (const address of ['/', addressOf('models/[...id]'), '/providers/', '/openrouter/']) {
  test(`every bar of ${address} stands where its numbers lie on its axis`, async ({ page }) => {
    await page.goto(address);
    const charts = await page.locator('table, [role=table]').evaluateAll((tables) =>
      tables.map((table) =>
        [...table.querySelectorAll('.range-bar:not(.range-sample), .strip')].flatMap((bar) => {
          const row = bar.closest('[role=row], tr');
          const spread = row?.querySelector('.spread')?.textContent ?? '';
          const [low, high] = spread.replace(/\s/g, '').split('–').map(Number);
          const places = getComputedStyle(bar);
          return [
            { value: low, at: Number(places.getPropertyValue('--l')), spread },
            { value: high, at: Number(places.getPropertyValue('--h')), spread },
          ];
        }),
      ),
    );
    const wrong = charts.flatMap((ends) => {
      const sorted = ends
        .map(({ value = Number.NaN, ...end }) => ({ ...end, ln: Math.log(value) }))
        .toSorted((a, b) => a.ln - b.ln);
      const [first, last] = [sorted[0], sorted.at(-1)];
      if (first === undefined || last === undefined) return [];
      const slope = (last.at - first.at) / (last.ln - first.ln);
      // Numbers have two digits, so each may be a twentieth off, and those that the axis is read from.
      return sorted.filter(
        ({ ln, at }) => !(Math.abs(first.at + slope * (ln - first.ln) - at) < slope * 0.11 + 0.2),
      );
    });
    expect(wrong).toEqual([]);
    expect(charts.flat().length).toBeGreaterThan(3);
  });
}

test('a model has its page, whatever signs its id holds', async ({ page }) => {
  for (const { id, perThousandOutputTokens } of models
    .filter(({ id }) => /:|\.\d/.test(id))
    .slice(0, 2)) {
    const response = await page.goto(`/models/${id}/`);
    expect(response?.status()).toBe(200);
    await expect(page).toHaveURL(`/models/${id}/`);
    const lead = page.locator('main p').filter({ hasText: 'A thousand output tokens emit' });
    const text = (await lead.textContent()) ?? '';
    expect(inTheSentence(text, perThousandOutputTokens.gramsCO2e)).toBe(true);
  }
});

test('every published model has a page with its median and range', () => {
  const wrong = models.filter(({ id, perThousandOutputTokens }) => {
    const page = builtFile(`models/${id}/index.html`);
    const text = page.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
    return !inTheSentence(text, perThousandOutputTokens.gramsCO2e);
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('there are no model pages besides, but those that say why there is no figure, and which was the last', () => {
  // Names of before lead on to one of them.
  const pages = builtPaths().filter(
    (path) => /^models\/.*\.html$/.test(path) && !builtFile(path).includes('data-moved'),
  );
  const moreThanText = notEstimated.filter(({ kind }) => kind === 'more-than-text');
  const { data } = Papa.parse<{ id: string }>(builtFile('releases/history.csv'), {
    header: true,
    skipEmptyLines: true,
  });
  const current = new Set(models.map(({ id }) => id));
  const former = data.map(({ id }) => id).filter((id) => !current.has(id));
  const expected = new Set([...current, ...moreThanText.map(({ id }) => id), ...former]);
  expect(pages.toSorted()).toEqual([...expected].map((id) => `models/${id}/index.html`).toSorted());
  const silent = moreThanText.filter(
    ({ id, reason }) => !builtFile(`models/${id}/index.html`).includes(reason),
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
  for (const id of new Set(former)) {
    const text = textOf(mainOf(`/models/${id}/`));
    expect(text, id).toMatch(/(up to release |Its last figure: ).* gCO2e per 1000 output tokens/);
  }
});

test("every entry of OpenRouter's list has an estimate or a reason, never both", () => {
  const published = [...models, ...notEstimated].map(({ id }) => id);
  expect(published.toSorted()).toEqual(offeredIds().toSorted());
  expect(new Set(published).size).toBe(published.length);
});

test('every entry without an estimate is listed with its reason', async ({ page }) => {
  await page.goto('/not-estimated/');
  const text = (await page.getByRole('main').textContent()) ?? '';
  const missing = notEstimated.filter(
    ({ id, reason }) => !text.includes(id) || !text.includes(reason),
  );
  expect(missing).toEqual([]);
});

test('wherever a median stands before its range, it lies within it', () => {
  const number = '(\\d[\\d.]*)';
  const forms = [
    new RegExp(`${number} (?:[^\\d\\s(]\\S* )?\\(${number}(?:–| to )${number}\\)`, 'g'),
    new RegExp(`${number} ${number}–${number}(?![\\d.-])`, 'g'),
    new RegExp(`(?:about|cost) ${number} .{1,30}?between ${number} and ${number}`, 'g'),
    new RegExp(`${number} times .{1,80}?percentile ${number}(?:–| to )${number}`, 'g'),
  ];
  let found = 0;
  const wrong: string[] = [];
  for (const path of builtPaths().filter((path) => path.endsWith('index.html'))) {
    const address = `/${path.replace(/index\.html$/, '')}`;
    if (/^\/(embed|og)\//.test(address) || !builtFile(path).includes('<main')) continue;
    const main = mainOf(address);
    const cells = main.querySelectorAll('p, li, dd, pre, td, tr, [role=row]');
    for (const text of new Set(cells.map(textOf))) {
      for (const form of forms) {
        for (const [said, median, low, high] of text.matchAll(form)) {
          found += 1;
          const [from, to] = [Number(low), Number(high)];
          if (from > Number(median) || Number(median) > to) wrong.push(`${address}: ${said}`);
        }
      }
    }
  }
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(found).toBeGreaterThan(10 * models.length);
});

test('the example of the calculator says what its table says', () => {
  const main = mainOf('/calculator/');
  const foot = main.querySelectorAll('tfoot [data-quantity]').map(textOf);
  const units = main.querySelectorAll('thead .figure [data-unit]').map(textOf);
  const [carbon = '', electricity = '', water = ''] = foot;
  const [median, low, high] = carbon.split(/[ –]/);
  expect(textOf(main.querySelector('[data-part=sentence]'))).toBe(
    `The example: about ${median} ${units[0]} CO₂e; nine in ten of our computed cases lie between ${low} and ${high} ${units[0]}. That takes ${inWords(electricity, units[1])} of electricity and ${inWords(water, units[2])} of water.`,
  );
});

test('everyday things say in their own unit what one of them takes', () => {
  const rows = mainOf('/calculator/').querySelectorAll('[data-per-unit]');
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) {
    const unit = row.getAttribute('data-counts') === 'gramsCO2e' ? 'gCO₂e' : 'Wh';
    expect(textOf(row)).toContain(` ${row.getAttribute('data-per-unit')} ${unit} each,`);
  }
});

function inWords(cell: string, unit: string | undefined): string {
  const [median, range] = cell.split(' ');
  return `${median} ${unit} (${range})`;
}

/** Whether a text says "emit about 0.36 gCO2e, ... between 0.094 and 1.5" with these figures. */
function inTheSentence(
  text: string,
  { low, central, high }: { low: number; central: number; high: number },
): boolean {
  const said =
    /emit about ([\d.]+)\s*gCO2e\b.*?\bbetween\s+([\d.]+)\s+and\s+([\d.]+)\s+\(how/s.exec(text);
  const [, median = '', from = '', to = ''] = said ?? [];
  return shows(median, central) && shows(from, low) && shows(to, high);
}

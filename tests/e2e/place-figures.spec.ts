import { expect } from '@playwright/test';
import { isRangeText, mainOf, textOf } from './page-text.ts';
import { gramsOf, hosts, index } from './published.ts';
import { test } from './secured-test.ts';

/** What the chapter on places says, each figure held against the others and the published files. */

const main = mainOf('/methodology/place/');

test('a country that is taken apart has the mean of its parts by their shares', () => {
  const countries = main
    .querySelectorAll('tbody')
    .filter((body) => textOf(body).includes(', mean weighted by share'));
  expect(countries.length).toBeGreaterThan(0);
  const wrong = countries.filter((body) => {
    const rows = body
      .querySelectorAll('tr')
      .map((row) => row.querySelectorAll('th, td').map(textOf));
    const at = rows.findIndex(([name = '']) => name.endsWith(', mean weighted by share'));
    const mean = Number(rows[at]?.[2]);
    const expected = rows
      .slice(0, at)
      .reduce(
        (sum, [, share = '', grams]) => sum + (Number.parseFloat(share) / 100) * Number(grams),
        0,
      );
    // Shares are shown in whole per cent.
    return !(Math.abs(mean / expected - 1) < 0.02);
  });
  expect(wrong.map(textOf)).toEqual([]);
});

test('the model that is moved between two grids keeps its electricity, and what its hardware took', () => {
  const chart = main.querySelector('#why')?.closest('section')?.querySelector('.range-chart');
  const rows = (chart?.querySelectorAll('tbody tr') ?? []).map((row) => {
    const spread = textOf(row.querySelector('.spread'));
    const [low = Number.NaN, high = Number.NaN] = spread.split('–').map(Number);
    return {
      says: textOf(row.querySelector('th')),
      median: Number(textOf(row.querySelector('.median'))),
      spread,
      low,
      high,
    };
  });
  const [clean, cleanWhole, served, dirty, dirtyWhole] = rows;
  const text = textOf(main.querySelector('#why')?.closest('section'));
  const [, cleanest = '', dirtiest = ''] =
    / on grids from (\d+) gCO2e\/kWh \([^)]+\) to (\d+) /.exec(text) ?? [];
  for (const end of ['low', 'median', 'high'] as const) {
    // Two digits each.
    const times = dirty![end] / clean![end] / (Number(dirtiest) / Number(cleanest));
    expect(times).toBeGreaterThan(0.9);
    expect(times).toBeLessThan(1.1);
    expect(cleanWhole![end]).toBeGreaterThan(clean![end]);
    expect(dirtyWhole![end]).toBeGreaterThanOrEqual(dirty![end]);
  }
  const [, ratio = ''] = /emits ([\d.]+) times as much/.exec(text) ?? [];
  expect(Number(ratio) / (dirtyWhole!.median / cleanWhole!.median)).toBeGreaterThan(0.85);
  expect(Number(ratio) / (dirtyWhole!.median / cleanWhole!.median)).toBeLessThan(1.15);
  const address = main.querySelector('#why')?.closest('section')?.querySelector('p a');
  const model = index.models.find(({ id }) => `/models/${id}/` === address?.getAttribute('href'));
  expect(served!.says).toMatch(/^As served/);
  expect(isRangeText(served!.spread, gramsOf(model!))).toBe(true);
});

test('every host stands on one class of buildings', () => {
  const counts = [...textOf(main).matchAll(/ (\d+) hosts [\d.]+ \([\d.]+–[\d.]+\)/g)];
  expect(counts.length).toBeGreaterThan(2);
  expect(counts.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(hosts.length);
});

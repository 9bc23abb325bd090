import { expect } from '@playwright/test';
import { COVERED_CONTEXT_TOKENS } from '../../src/calibration/validation/disclosures.ts';
import { UsageReportFile } from '../../src/published/usage-report-json.ts';
import { isFigure, mainOf, rowsOf, sectionOf, textOf, wideRowsOf } from './page-text.ts';
import { fileOf, index } from './published.ts';
import { test } from './secured-test.ts';

/** What the page on the week's traffic says of single models, held against the published report. */

const report = UsageReportFile.parse(fileOf('usage-report.json'));
const { models } = report;
const main = mainOf('/openrouter/');

test('a model’s mean prompt and mean answer are those of its week', () => {
  const rows = wideRowsOf(sectionOf(main, 'models')?.querySelector('section.scroll-x'));
  const shown = models.flatMap(({ id, name, tokens }, position) => {
    const [, , prompt = '', answer = ''] = rows[position] ?? [];
    if (prompt === '' && answer === '') return [];
    const means = [tokens.promptTokens, tokens.completionTokens].map((all) =>
      String(Math.round(all / tokens.requests)),
    );
    return [{ id, name, said: [prompt, answer], means }];
  });
  expect(shown.filter(({ id }) => id !== undefined).length).toBeGreaterThan(0);
  // What remains is no model, and has no request of its own.
  expect(shown.filter(({ id }) => id === undefined)).toEqual([]);
  expect(shown.filter(({ said, means }) => `${said}` !== `${means}`)).toEqual([]);
});

test('the parts of a week are drawn in tonnes, each with its own figure', () => {
  const wrong = (['makers', 'models'] as const).flatMap((id) => {
    const chart = sectionOf(main, id)?.querySelector('.range-chart');
    const rows = chart?.querySelectorAll('tbody tr') ?? [];
    expect(textOf(chart?.querySelector('th.chart'))).toMatch(/(?:^|[\d\s])t CO2e in the week/);
    expect(rows.length).toBe(report[id].length);
    return rows.filter((row, at) => {
      const { low = 0, central = 0, high = 0 } = report[id][at]?.gramsCO2e ?? {};
      const said = `${textOf(row.querySelector('.median'))} ${textOf(row.querySelector('.spread'))}`;
      return !isFigure(said, { low: low / 1e6, central: central / 1e6, high: high / 1e6 });
    });
  });
  expect(wrong.map(textOf)).toEqual([]);
});

test('electricity and water of the week stand with each cached share', () => {
  const rows = rowsOf(main.querySelector('table.more'));
  expect(rows).toHaveLength(report.totals.length);
  const wrong = report.totals.filter(({ wattHours, millilitresWater }, at) => {
    const millions = ({ low, central, high }: typeof wattHours) => ({
      low: low / 1e6,
      central: central / 1e6,
      high: high / 1e6,
    });
    const [electricity, water] = rows[at]?.slice(-2) ?? [];
    return !(
      isFigure(electricity, millions(wattHours)) && isFigure(water, millions(millilitresWater))
    );
  });
  expect(wrong).toEqual([]);
});

test('limits say shares of the tokens that the models in the table leave room for', () => {
  const evidence = new Map(index.models.map((model) => [model.id, model.evidence]));
  const shareOf = (is: (model: (typeof models)[number]) => boolean) =>
    models.filter(is).reduce((sum, { shareOfTokens }) => sum + shareOfTokens, 0);
  const others = shareOf(({ id }) => id === undefined);
  const text = textOf(sectionOf(main, 'limits'));
  const said = (words: RegExp) => Number(words.exec(text)?.[1]) / 100;
  const limits = [
    {
      share: said(/([\d.]+) % of the tokens belong to models whose mean prompt is longer than/),
      least: shareOf(
        ({ id, tokens }) =>
          id !== undefined && tokens.promptTokens / tokens.requests > COVERED_CONTEXT_TOKENS,
      ),
    },
    {
      share: said(/([\d.]+) % of the tokens belong to models known by their price alone/),
      least: shareOf(({ id = '' }) => evidence.get(id) === 'price'),
    },
  ];
  for (const { share, least } of limits) {
    // Shares are rounded to two digits.
    expect(share).toBeGreaterThan(least - 0.01);
    expect(share).toBeLessThan(least + others + 0.01);
  }
});

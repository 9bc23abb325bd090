import { describe, expect, test } from 'vitest';
import { inUnit, unitFor } from '../../../src/components/calculator/amount.ts';
import { ownReport, type UsageToReport } from '../../../src/components/calculator/own-report.ts';
import {
  highestFirst,
  shareText,
  unitsOf,
} from '../../../src/components/calculator/usage-table.ts';
import { insteadSentence, totalSentence } from '../../../src/components/calculator/usage-words.ts';
import type { Reported } from '../../../src/estimation/reported.ts';
import { fullNameOf } from '../../../src/library/model-names.ts';
import type { ReportSubject } from '../../../src/published/report/report-row.ts';
import { roundTokens, tokenWords } from '../../../src/text/tokens.ts';
import { madeUpRange } from '../release/made-up-model.ts';

const total = {
  gramsCO2e: { low: 1200, central: 3400, high: 9800 },
  wattHours: { low: 2_100_000, central: 4_300_000, high: 8_700_000 },
  millilitresWater: { low: 11, central: 35, high: 120 },
};

describe('an amount', () => {
  test.each([
    ['gramsCO2e', 999, 'g'],
    ['gramsCO2e', 1000, 'kg'],
    ['gramsCO2e', 999_999, 'kg'],
    ['gramsCO2e', 1e6, 't'],
    ['gramsCO2e', 0.1, 'g'],
    ['wattHours', 0.1, 'Wh'],
    ['wattHours', 1000, 'kWh'],
    ['wattHours', 1e6, 'MWh'],
    ['millilitresWater', 0.1, 'mL'],
    ['millilitresWater', 1000, 'L'],
    ['millilitresWater', 1e6, 'm³'],
  ] as const)('of %s whose median is %d is told in %s', (quantity, central, name) => {
    expect(unitFor(quantity, { central }).name).toBe(name);
  });

  test('is told in one unit at the median and both ends', () => {
    expect(inUnit(total.gramsCO2e, { name: 'kg', holds: 1000 })).toEqual({
      low: 1.2,
      central: 3.4,
      high: 9.8,
    });
    const { gramsCO2e, wattHours, millilitresWater } = unitsOf(total);
    expect([gramsCO2e.name, wattHours.name, millilitresWater.name]).toEqual(['kg', 'MWh', 'mL']);
  });
});

test('the total says each quantity with its own unit and range', () => {
  expect(totalSentence(total)).toBe(
    'About 3.4\u00a0kg CO₂e; nine in ten of our computed cases lie between 1.2 and 9.8\u00a0kg. That takes 4.3\u00a0MWh (2.1–8.7) of electricity and 35\u00a0mL (11–120) of water.',
  );
});

describe('the same tokens on another model', () => {
  const ratioBelow = { low: 0.1, central: 0.25, high: 0.8 };
  const ratioAbove = { low: 1.5, central: 3, high: 8 };
  const lead = 'The same tokens, all on X, take about 3.4 kg CO₂e (1.2–9.8).';
  const said = (probabilityLess: number, ratio: typeof ratioBelow) =>
    insteadSentence('X', { id: 'x', total, comparison: { probabilityLess, ratio } });

  test('are said to be less, and how many times as much the lines as entered emit', () => {
    expect(said(0.9, ratioBelow)).toBe(
      `${lead} That is less in 90 of 100 cases. The lines as entered emit 4.0 times what X would (nine in ten: 1.3 to 10).`,
    );
  });

  test('are said to be more, and how many times as much', () => {
    expect(said(0.2, ratioAbove)).toBe(
      `${lead} That is more in 80 of 100 cases. X would emit 3.0 times what the lines as entered do (nine in ten: 1.5 to 8.0).`,
    );
  });

  test('are the lines as entered where the medians are alike', () => {
    expect(said(0.7, { low: 0.5, central: 1, high: 3 })).toContain(
      'X would emit 1.0 times what the lines as entered do (nine in ten: 0.50 to 3.0).',
    );
  });

  test.each([0.41, 0.5, 0.59])('are not told apart at a probability of %d', (probability) => {
    expect(said(probability, ratioAbove)).toBe(
      `${lead} The two cannot be told apart: either emits less in about half of the cases. X would emit 3.0 times what the lines as entered do (nine in ten: 1.5 to 8.0).`,
    );
  });

  test.each([
    [0.6, 'That is less in 60 of 100 cases.'],
    [0.4, 'That is more in 60 of 100 cases.'],
    [0.999, 'That is less in over 99 of 100 cases.'],
    [0.001, 'That is more in over 99 of 100 cases.'],
  ])('are told apart from a probability of 0.6 on: %d', (probability, verdict) => {
    expect(said(probability, ratioBelow)).toContain(`${lead} ${verdict} `);
  });

  test('are said to be on it already only where no draw differs', () => {
    expect(said(0.5, { low: 1, central: 1, high: 1 })).toBe(
      'All of these tokens are on X already.',
    );
    expect(said(0.3, { low: 1, central: 2, high: 3 })).toContain('That is more');
    expect(said(0.7, { low: 0.3, central: 0.6, high: 1 })).toContain('That is less');
  });
});

test.each([
  [{ low: 0.22, central: 0.41, high: 0.63 }, '41\u00a0% (22\u00a0% to 63\u00a0%)'],
  [{ low: 1, central: 1, high: 1 }, '100 %'],
  [{ low: 0.0002, central: 0.5, high: 1 }, '50\u00a0% (<\u00a00.1\u00a0% to 100\u00a0%)'],
])('a share of the total is said with its range: %o', (share, text) => {
  expect(shareText(share)).toBe(text);
});

test('lines and their estimates are shown together, the highest median first', () => {
  const estimate = (id: string, grams: number) => ({
    ...total,
    id,
    gramsCO2e: madeUpRange(grams),
    reported: {
      facilityWattHours: madeUpRange(1),
      operationalGramsCO2e: madeUpRange(1),
      embodiedGramsCO2e: madeUpRange(1),
      gramsCO2e: madeUpRange(grams),
      waterOnSiteMillilitres: madeUpRange(1),
      waterOffSiteMillilitres: madeUpRange(1),
    },
    share: madeUpRange(0.3),
  });
  const lines = [estimate('a', 2), estimate('b', 7), estimate('c', 5)];
  const usage = { lines, total: estimate('total', 14), instead: undefined };
  const shown = highestFirst(['of a', 'of b', 'of c'], usage);
  expect(shown.lines).toEqual(['of b', 'of c', 'of a']);
  expect(shown.usage.lines.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  expect(() => highestFirst(['of a'], usage)).toThrow(RangeError);
});

test('a model stands with its maker’s name, also where the list has it without', () => {
  const model = { name: 'Claude Opus 5', makerName: 'Anthropic' };
  expect(fullNameOf(model)).toBe('Anthropic: Claude Opus 5');
  expect(fullNameOf({ ...model, name: 'Anthropic: Claude Opus 5' })).toBe(fullNameOf(model));
  expect(fullNameOf({ name: model.name })).toBe('Claude Opus 5');
});

test('tokens are said by their kind, and none is not said', () => {
  expect(tokenWords({ inputTokens: 1e7, cachedInputTokens: 3e9, outputTokens: 2500 })).toBe(
    '10M in, 3B cached, 2.5k out',
  );
  expect(tokenWords({ inputTokens: 0, cachedInputTokens: 1, outputTokens: 0 })).toBe('1 cached');
  expect(roundTokens({ inputTokens: 1234, cachedInputTokens: 56_789, outputTokens: 987 })).toEqual({
    inputTokens: 1230,
    cachedInputTokens: 56_800,
    outputTokens: 987,
  });
});

describe('usage as a report', () => {
  const subject = (modelId: string, more = {}) => ({
    modelId,
    canonicalSlug: `${modelId}-2026`,
    name: `Name of ${modelId}`,
    maker: 'Maker',
    evidence: ['price' as const],
    hosts: ['first'],
    gridZones: ['SE', 'FR'],
    ...more,
  });
  const reported = (grams: number): Record<Reported, ReturnType<typeof madeUpRange>> => ({
    facilityWattHours: madeUpRange(5 * grams),
    operationalGramsCO2e: madeUpRange(0.9 * grams),
    embodiedGramsCO2e: madeUpRange(0.1 * grams),
    gramsCO2e: madeUpRange(grams),
    waterOnSiteMillilitres: madeUpRange(2 * grams),
    waterOffSiteMillilitres: madeUpRange(3 * grams),
  });
  const basis = {
    release: 'r1',
    listDate: '2026-08-22',
    methodVersion: '1.9',
    gridYear: 2024,
    gridSource: 'Grids',
    gridLicence: 'ODbL-1.0',
    draws: 4096,
    hardwareLifetimeYears: 5,
    statedContextTokens: 4000,
    releaseAddress: 'https://index.example/releases/r1/',
  };
  const estimate = { ...total, share: madeUpRange(0.3) };
  const lines = [
    { id: 'a/a', workload: { inputTokens: 100, cachedInputTokens: 20, outputTokens: 3 } },
    { id: 'b/b', workload: { inputTokens: 4000, cachedInputTokens: 500, outputTokens: 60 } },
  ];
  const subjects: Record<string, ReportSubject> = {
    'a/a': subject('a/a'),
    'b/b': subject('b/b', {
      maker: 'Other',
      evidence: ['measured'],
      hosts: ['first', 'second'],
      gridZones: ['FR', 'DE'],
    }),
  };
  const usage = {
    lines,
    uncounted: [],
    doubts: ['', ''],
    usage: {
      lines: lines.map(({ id }, index) => ({
        ...estimate,
        id,
        reported: reported(1000 * (index + 1)),
      })),
      total: { ...total, reported: reported(2000) },
      instead: undefined,
    },
    scenario: {},
  } satisfies UsageToReport;
  const report = (models = subjects, more: Partial<UsageToReport> = {}) =>
    ownReport({ ...usage, ...more }, { basis, models });

  test('has a row for each line and one for all together', () => {
    expect(
      report().rows.map(({ model_id, tokens_input, tokens_cached_input, tokens_output }) => [
        model_id,
        tokens_input,
        tokens_cached_input,
        tokens_output,
      ]),
    ).toEqual([
      ['a/a', 100, 20, 3],
      ['b/b', 4000, 500, 60],
      ['total', 4100, 520, 63],
    ]);
    expect(report().rows.map((row) => row.location_based_kgCO2e_central_p50)).toEqual([1, 2, 2]);
    expect(report().rows.at(-1)).toMatchObject({
      canonical_slug: '',
      model_name: 'All lines together',
      maker: 'Maker, Other',
      hosts: 'first second',
      grid_zones: 'DE FR SE',
      evidence_tier: 'price measured',
      data_quality:
        'proxy: inferred from the list price; modelled, calibrated on measurements of this model',
      // The lines may hold at different lengths.
      context: 'of each line',
    });
  });

  test('is refused where the release does not know a line’s model', () => {
    expect(() => report({ 'b/b': subject('b/b') })).toThrow('a/a is not among the models');
  });

  test('says its tokens by kind and the models, and the total with its range', () => {
    expect(report().text).toMatch(
      /^Period: to be filled in\. 4100 input, 520 cached input and 63 output tokens \(reasoning is output\) on a\/a and b\/b, as served through OpenRouter: about 2\.0 kg CO2e \(0\.50 to 6\.0\), location-based, with 10 kWh \(2\.5 to 30\) of electricity\. /,
    );
  });

  test('says the days of the export that its lines are of', () => {
    expect(report(subjects, { period: '2026-07-01 to 2026-09-30' }).text).toMatch(
      /^Period: 2026-07-01 to 2026-09-30\. 4100 input/,
    );
  });

  test('says how many lines rest on which evidence, the places, and the release', () => {
    expect(report().text).toContain('Evidence tiers: price for 1 line, measured for 1.');
    expect(report().text).toContain('for the zones that stand for the hosts (DE, FR, SE).');
    expect(report().text).toContain('method 1.9, release r1 (https://index.example/releases/r1/)');
  });

  test('says what the reader set of the grid and the building, and no places of the hosts then', () => {
    const ofZone = report(subjects, {
      scenario: { grid: 'NO', powerUsageEffectiveness: '1.15' },
    }).text;
    expect(ofZone).toContain('Grid: NO, set by the reader (lifecycle means of 2024');
    expect(ofZone).toContain('PUE 1.15, set by the reader.');
    const ofNumber = report(subjects, { scenario: { grid: '50 gCO2e/kWh' } }).text;
    expect(ofNumber).toContain('Grid: 50 gCO2e/kWh, set by the reader.');
    for (const text of [ofZone, ofNumber]) expect(text).not.toContain('stand for the hosts');
    expect(ofNumber).not.toContain('Electricity Maps');
  });

  test('says what was assumed where the lines do not say it, and nothing where they do', () => {
    expect(report().text).toContain(
      'In all lines the number of requests is not known; 4000 tokens of context are assumed.',
    );
    expect(report().text).not.toContain('cached; all of it');
    const [first, second] = lines;
    const other = {
      id: second!.id,
      workload: { inputTokens: 5, cachedInputTokens: 0, outputTokens: 6, requests: 2 },
    };
    const { text } = report(subjects, { lines: [first!, other] });
    expect(text).toContain('In 1 of 2 lines the number of requests is not known');
    expect(text).toContain('In 1 of 2 lines no input is said to be cached');
  });

  describe('of which some models are unknown', () => {
    const uncounted = [
      { id: 'nobody/x', workload: { inputTokens: 3e6, cachedInputTokens: 0, outputTokens: 1e6 } },
      { id: '=y', workload: { inputTokens: 1e6, cachedInputTokens: 5, outputTokens: 0 } },
    ];
    const partly = report(subjects, { uncounted });

    test('names them in its text with all their tokens', () => {
      expect(partly.text).toContain(
        'Not in the total, as they are not among the estimated models of this release: nobody/x (3 million in, 1 million out); =y (1 million in, 5 cached); 2 names, all together 4 million in, 5 cached, 1 million out.',
      );
    });

    test('has a row with tokens and without figures for each, after the total, in the same columns', () => {
      const [first, ...others] = partly.rows;
      for (const row of others) expect(Object.keys(row)).toEqual(Object.keys(first!));
      const [total, ...left] = partly.rows.slice(-3);
      expect(total).toEqual({
        ...report().rows.at(-1),
        model_name: 'All lines with an estimate together',
      });
      expect(left.map((row) => [row.model_id, row.tokens_input, row.tokens_output])).toEqual([
        ['nobody/x', 3e6, 1e6],
        ['=y', 1e6, 0],
      ]);
      for (const row of left) {
        expect(row).toMatchObject({
          data_quality: 'not estimated, not in the total',
          location_based_kgCO2e_central_p50: '',
          electricity_kWh_high_p95: '',
          release: 'r1',
        });
      }
    });

    test('lists them beside its rows', () => {
      expect(partly.notInTotal).toEqual(
        uncounted.map(({ id, workload }) => ({ name: id, workload })),
      );
      expect(report().notInTotal).toEqual([]);
    });
  });
});

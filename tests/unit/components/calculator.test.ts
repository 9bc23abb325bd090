import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { joinCatalog } from '../../../src/catalog/catalog.ts';
import { methodOf } from '../../../src/catalog/method-of-factors.ts';
import { readData } from '../../../src/catalog/read-data.ts';
import { unitFor } from '../../../src/components/calculator/amount.ts';
import { type OwnReport, ownReport } from '../../../src/components/calculator/own-report.ts';
import { estimateUsage, lowerInstead } from '../../../src/components/calculator/usage-estimate.ts';
import {
  calculatorTitle,
  insteadSentence,
  totalSentence,
} from '../../../src/components/calculator/usage-words.ts';
import { estimateWorkload } from '../../../src/estimation/estimate.ts';
import { prepare } from '../../../src/estimation/preparation.ts';
import type { EvidenceTier } from '../../../src/estimation/tier.ts';
import { modelFinder } from '../../../src/library/find-model.ts';
import type {
  ReportBasis,
  ReportRow,
  ReportSubject,
} from '../../../src/published/report/report-row.ts';
import { PAGE_LINKS } from '../../../src/query/faults/page-links.ts';
import {
  type CalculatorState,
  calculatorFromSearch,
  readCalculator,
  searchWithCalculator,
} from '../../../src/query/usage-lines.ts';
import { activityLines } from '../../../src/text/activity/activity-lines.ts';
import { tokenAmount, usageWords } from '../../../src/text/token-amount.ts';
import { tokensFromText } from '../../../src/text/token-count.ts';
import { shortTokenText, tokenWords } from '../../../src/text/tokens.ts';
import { LinkReader } from '../../../src/ui/link/link-reader.ts';

const tokens = fc.integer({ min: 0, max: 1e12 });
const lines = fc.array(
  fc.record({
    id: fc.constantFrom('openai/gpt-5', 'deepseek/deepseek-v3.2', '~openai/gpt-latest:free'),
    workload: fc.record(
      {
        inputTokens: tokens,
        cachedInputTokens: tokens,
        outputTokens: fc.integer({ min: 1, max: 1e12 }),
        requests: fc.integer({ min: 1, max: 1e9 }),
      },
      { requiredKeys: ['inputTokens', 'cachedInputTokens', 'outputTokens'] },
    ),
  }),
  { minLength: 1, maxLength: 5 },
);

describe('a link to the calculator', () => {
  test('holds every line exactly, and the model instead, beside the scenario', () => {
    fc.assert(
      fc.property(
        fc.record({ lines, instead: fc.constantFrom(undefined, 'mistralai/mistral-nemo') }),
        (state: CalculatorState) => {
          const search = searchWithCalculator(state, '?grid=SE');
          expect(calculatorFromSearch(search)).toEqual(state);
          expect(search).toContain('grid=SE');
        },
      ),
    );
  });

  test('can be read by a person', () => {
    const workload = { inputTokens: 2e6, cachedInputTokens: 5e5, outputTokens: 3e5 };
    const state = { lines: [{ id: 'openai/gpt-5', workload }], instead: undefined };
    expect(searchWithCalculator(state, '')).toBe('?use=openai/gpt-5*2M*500k*300k');
    const counted = {
      ...state,
      lines: [{ id: 'openai/gpt-5', workload: { ...workload, requests: 1500 } }],
    };
    expect(searchWithCalculator(counted, '')).toBe('?use=openai/gpt-5*2M*500k*300k*1.5k');
    expect(usageWords({ ...workload, requests: 1500 })).toMatch(
      /^2 million in, .*, 1500 requests$/,
    );
    expect([25e6, 1.25e9, 3e12, 25_123_456, 999].map(tokenAmount)).toEqual([
      '25 million',
      '1.25 billion',
      '3 trillion',
      '25\u202f123\u202f456',
      '999',
    ]);
  });

  test('says no requests where none, or no number of them, stand there', () => {
    for (const requests of ['0', 'x', '1*2']) {
      expect(calculatorFromSearch(`?use=a/b*1*0*1*${requests}`).lines).toEqual([]);
    }
  });

  test('leaves out what is no line, and names it', () => {
    const search = '?use=openai/gpt-5*2M*x*1,a/b,a/b*0*0*0,a/b*0*0*1';
    expect(calculatorFromSearch(search).lines).toEqual([
      { id: 'a/b', workload: { inputTokens: 0, cachedInputTokens: 0, outputTokens: 1 } },
    ]);
    const link = new LinkReader(search);
    readCalculator(link);
    expect(link.faults.map(({ text }) => text)).toEqual([
      'openai/gpt-5*2M*x*1',
      'a/b',
      'a/b*0*0*0',
    ]);
  });

  test.each(['\u202e', '\u200b', '\u00ad', '\ufeff'])(
    'names a model without characters that nobody sees',
    (hidden) => {
      const search = `?use=${encodeURIComponent(`${hidden}a${hidden}/b*1*0*1`)}`;
      expect(calculatorFromSearch(search).lines?.map(({ id }) => id)).toEqual(['a/b']);
    },
  );

  test('hides the example for whatever it may ask, until that is computed', () => {
    const page = readFileSync('src/pages/calculator.astro', 'utf8');
    const [, hiding = ''] = /\[\?&\]\(([a-z|-]+)\)/.exec(page) ?? [];
    const link = new LinkReader('');
    PAGE_LINKS.calculator(link);
    expect(hiding.split('|').toSorted()).toEqual([...link.names].toSorted());
  });

  test('tells nothing asked, which is the example, from nothing there', () => {
    expect(calculatorFromSearch('?grid=SE').lines).toBeUndefined();
    for (const search of [searchWithCalculator({ lines: [], instead: undefined }, ''), '?use=x']) {
      expect(calculatorFromSearch(search).lines).toEqual([]);
    }
  });
});

describe('a number of tokens', () => {
  test.each([
    ['2000000', 2e6],
    ['1e6', 1e6],
    ['2M', 2e6],
    ['1.5 k', 1500],
    ['0.3B', 3e8],
    ['1,000,000', 1e6],
    ['1,500', 1500],
    ['1.000.000', 1e6],
    ['1.000.000,00', 1e6],
    ['1,5M', 1.5e6],
    ['1.234M', 1.234e6],
    ['1’000’000', 1e6],
    ['10,00,000', 1e6],
    ['1 000 000', 1e6],
    ['', 0],
  ])('“%s” is %d', (text, expected) => {
    expect(tokensFromText(text)).toBe(expected);
  });

  test.each([
    'two',
    '-5',
    '1,5',
    '1.5',
    '1.0.000',
    '4.000',
    '-',
    'none',
    'NaN',
    'Infinity',
    '1e99',
    '2Mx',
  ])('“%s” is none', (text) => {
    expect(tokensFromText(text)).toBeUndefined();
  });

  test('is shortened without loss', () => {
    fc.assert(fc.property(tokens, (count) => tokensFromText(shortTokenText(count)) === count));
    expect(tokenWords({ inputTokens: 1e7, cachedInputTokens: 0, outputTokens: 2e6 })).toBe(
      '10M in, 2M out',
    );
  });
});

const named = (id: string, canonicalSlug: string, variants: string[] = []) => ({
  id,
  name: `Name of ${id}`,
  canonicalSlug,
  evidence: 'price',
  variants,
});
const finder = modelFinder([
  named('openai/gpt-5', 'openai/gpt-5-2025-08-07', ['~openai/gpt-latest']),
  named('z-ai/glm-4.6', 'z-ai/glm-4.6'),
]);

describe('the tokens of an export', () => {
  const workload = (outputTokens: number) => ({
    inputTokens: 5,
    cachedInputTokens: 0,
    outputTokens,
  });

  test('are added up by model, whatever the export calls it, the largest first', () => {
    const byModel = new Map([
      ['z-ai/glm-4.6', workload(7)],
      ['openai/gpt-5-2025-08-07', workload(200)],
      ['openai/gpt-5-2025-08-07:free', workload(100)],
      ['nobody/nothing', workload(20)],
      ['openai/gpt-5', { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 }],
    ]);
    const { lines, unmatched } = activityLines(
      { byModel, rowsByModel: new Map(), requestsByModel: new Map() },
      finder,
    );
    expect(lines).toEqual([
      { id: 'openai/gpt-5', workload: { ...workload(300), inputTokens: 10 } },
      { id: 'z-ai/glm-4.6', workload: workload(7) },
    ]);
    expect(unmatched.named.map(({ name }) => name)).toEqual(['nobody/nothing']);
  });

  test('beyond what anybody uses are not in a line', () => {
    const byModel = new Map([['openai/gpt-5', workload(2e15)]]);
    const { lines, beyond } = activityLines(
      { byModel, rowsByModel: new Map(), requestsByModel: new Map() },
      finder,
    );
    expect(lines).toEqual([]);
    expect(beyond.named.map(({ name }) => name)).toEqual(['openai/gpt-5']);
  });

  test('go to a model whose name is certain alone, and names that the list does not have are said', () => {
    const byModel = new Map([
      ['openrouter/z-ai/glm-4.6:nitro', workload(7)],
      ['openai/gpt-5-2025-08-07', workload(20)],
      ['openai/gpt-5.1', workload(30)],
      ['openai/gpt5-mini', workload(40)],
    ]);
    const { lines, readAs, unmatched } = activityLines(
      { byModel, rowsByModel: new Map(), requestsByModel: new Map() },
      finder,
    );
    expect(lines.map(({ id }) => id)).toEqual(['openai/gpt-5', 'z-ai/glm-4.6']);
    expect(readAs.first).toEqual([
      { name: 'openrouter/z-ai/glm-4.6:nitro', model: 'Name of z-ai/glm-4.6' },
    ]);
    expect(unmatched.named.map(({ name }) => name)).toEqual(['openai/gpt5-mini', 'openai/gpt-5.1']);
  });
});

describe('usage', () => {
  const workload = { inputTokens: 1e7, cachedInputTokens: 3e7, outputTokens: 2e6 };
  let usage: ReturnType<typeof estimateUsage>;
  let ids: string[];

  const data = readData(process.cwd());
  const preparation = prepare(methodOf(data.factors));
  const joined = joinCatalog(data);

  beforeAll(() => {
    const workloads = joined.estimable
      .slice(0, 3)
      .map(({ listed: { id }, input }) => ({ id, input, workload }));
    ids = workloads.map(({ id }) => id);
    usage = estimateUsage(workloads, workloads[0], preparation);
  });

  test('has a total narrower than the sum of its lines’ ranges', () => {
    const sum = (end: 'low' | 'high') =>
      usage.lines.reduce((total, line) => total + line.gramsCO2e[end], 0);
    expect(usage.total.gramsCO2e.low).toBeGreaterThan(sum('low'));
    expect(usage.total.gramsCO2e.high).toBeLessThan(sum('high'));
    for (const { share } of usage.lines) expect(share.high).toBeLessThan(1);
  });

  test('is less on the models that are offered in its place, the surest first', () => {
    const all = joined.estimable.map(({ listed: { id }, input }) => ({ id, input }));
    const dearest = all.find(({ id }) => id === ids[0])!;
    const offered = lowerInstead([{ ...dearest, workload }], all.slice(0, 40), preparation);
    expect(offered.length).toBeLessThanOrEqual(4);
    expect(offered.map(({ id }) => id)).not.toContain(dearest.id);
    const shares = offered.map(({ comparison }) => comparison.probabilityLess);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    for (const share of shares) expect(share).toBeGreaterThanOrEqual(0.6);
  });

  test('of one request is that request of the model’s page and of the index, to the last digit', () => {
    const chat = { inputTokens: 500, cachedInputTokens: 0, outputTokens: 300, requests: 1 };
    const [model] = joined.estimable;
    const { id } = model!.listed;
    const [line] = calculatorFromSearch(`?use=${id}*500*0*300*1`).lines!;
    const { total } = estimateUsage([{ ...line!, input: model!.input }], undefined, preparation);
    expect(total.gramsCO2e).toEqual(estimateWorkload(model!.input, chat, preparation).gramsCO2e);
    // Without their number, the tokens stand at the stated context.
    const { requests: _, ...unknown } = chat;
    const stated = estimateUsage(
      [{ id, input: model!.input, workload: unknown }],
      undefined,
      preparation,
    );
    expect(stated.total.gramsCO2e).toEqual(
      estimateWorkload(model!.input, unknown, preparation).gramsCO2e,
    );
  });

  test('is said with its range, in units that people read', () => {
    expect(totalSentence(usage.total)).toMatch(
      /^About [\d. ]+\u00a0k?g CO₂e; nine in ten of our computed cases lie between [\d. ]+ and [\d. ]+\u00a0k?g\. That takes .*Wh \(.+–.+\).*L \(.+–.+\)/,
    );
    expect(totalSentence(usage.total, true)).toBe(
      totalSentence(usage.total).replace('About', 'The example: about'),
    );
    expect(unitFor('gramsCO2e', { central: 2.3e6 }).name).toBe('t');
    expect(unitFor('millilitresWater', { central: 0.2 }).name).toBe('mL');
  });

  test.each([
    [['A'], 'A: calculator'],
    [['A', 'B'], 'A and B: calculator'],
    [['A', 'B', 'C'], 'A and 2 more: calculator'],
  ])('of %j is titled', (names, title) => {
    expect(calculatorTitle(names)).toBe(`${title} · LLM Carbon Index`);
  });

  test('on another model is said with probability and the range of the ratio', () => {
    expect(insteadSentence('X', usage.instead!)).toMatch(
      /^The same tokens, all on X, take about .+ \(.+–.+\)\. .* times what .* \(nine in ten: .+ to .+\)\.$/,
    );
  });

  describe('as a report', () => {
    const subject = (id: string, evidence: EvidenceTier): ReportSubject => ({
      modelId: id,
      canonicalSlug: `${id}-1`,
      name: id,
      maker: 'Maker',
      evidence: [evidence],
      hosts: ['azure'],
      gridZones: ['SE', 'FR'],
      gridGramsPerKilowattHour: { low: 20, central: 40, high: 300 },
    });
    const basis: ReportBasis = {
      release: '2026-08-22-abcdef12',
      listDate: '2026-08-22',
      methodVersion: '1',
      gridYear: 2025,
      gridSource: 'Grid source',
      gridLicence: 'ODbL-1.0',
      draws: 4096,
      hardwareLifetimeYears: 5,
      statedContextTokens: 4000,
      releaseAddress: 'https://example.org/releases/2026-08-22-abcdef12/',
    };
    let report: OwnReport;
    beforeAll(() => {
      const models = Object.fromEntries(ids.map((id) => [id, subject(id, 'price')]));
      const used = ids.map((id) => ({ id, workload }));
      report = ownReport(
        {
          lines: used,
          uncounted: [],
          doubts: [],
          usage,
          scenario: { grid: 'SE' },
        },
        { basis, models },
      );
    });
    const number = (row: ReportRow | undefined, column: string) => Number(row?.[column]);

    test('has a row for each line and one for the total, in the same columns', () => {
      expect(report.rows.map(({ model_id: id }) => id)).toEqual([...ids, 'total']);
      const [first, ...others] = report.rows.map((row) => Object.keys(row));
      for (const columns of others) expect(columns).toEqual(first);
    });

    test('takes emissions apart: operational and embodied, on draws that add up', () => {
      for (const row of report.rows) {
        const whole = number(row, 'location_based_kgCO2e_central_p50');
        const parts =
          number(row, 'operational_kgCO2e_central_p50') +
          number(row, 'embodied_kgCO2e_central_p50');
        // Medians of parts come near the median of the whole, percentiles do not add up.
        expect(parts / whole).toBeGreaterThan(0.8);
        expect(parts / whole).toBeLessThan(1.2);
        expect(number(row, 'water_on_site_L_low_p5')).toBeGreaterThanOrEqual(0);
        expect(number(row, 'water_off_site_L_low_p5')).toBeGreaterThan(0);
      }
    });

    test('shows in its total the range of the calculator, not a sum of ranges', () => {
      const total = report.rows.at(-1);
      const { gramsCO2e } = usage.total;
      expect(number(total, 'location_based_kgCO2e_high_p95') / (gramsCO2e.high / 1000)).toBeCloseTo(
        1,
        3,
      );
      expect(
        number(total, 'electricity_kWh_low_p5') / (usage.total.wattHours.low / 1000),
      ).toBeCloseTo(1, 3);
    });

    test('says scope, boundary, grid, evidence, method and release in every row, and no market-based figure', () => {
      for (const row of report.rows) {
        expect(row).toMatchObject({
          ghg_protocol_category: 'Scope 3, category 1: purchased goods and services',
          market_based_kgCO2e: '',
          includes_training: 'no',
          grid_zones: 'SE',
          grid_basis: 'scenario set by the reader',
          data_quality: 'proxy: inferred from the list price',
          method_version: '1',
          release: '2026-08-22-abcdef12',
          assurance: expect.stringContaining('not assured'),
        });
      }
    });

    test('is none without a row for each line', () => {
      const [first, ...others] = ids;
      const models = Object.fromEntries(others.map((id) => [id, subject(id, 'price')]));
      const used = ids.map((id) => ({ id, workload }));
      const toReport = {
        lines: used,
        doubts: [],
        uncounted: [],
        usage,
        scenario: {},
      };
      expect(() => ownReport(toReport, { basis, models })).toThrow(first);
    });

    test('says in words what an auditor must know', () => {
      expect(report.text).toMatch(/kg CO2e \(.+ to .+\), location-based/);
      for (const words of [
        'scope 3, category 1',
        'training',
        'not assured',
        basis.releaseAddress,
      ]) {
        expect(report.text).toContain(words);
      }
    });
  });
});

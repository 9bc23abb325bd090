import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { joinCatalog } from '../../../src/catalog/catalog.ts';
import { methodOf } from '../../../src/catalog/method.ts';
import { readData } from '../../../src/catalog/read-data.ts';
import { readActivity } from '../../../src/components/calculator/activity-csv.ts';
import { activityLines } from '../../../src/components/calculator/activity-lines.ts';
import { unitFor } from '../../../src/components/calculator/amount.ts';
import {
  type CalculatorState,
  calculatorFromSearch,
  searchWithCalculator,
} from '../../../src/components/calculator/calculator-state.ts';
import { modelFinder } from '../../../src/components/calculator/model-finder.ts';
import { usageCsv } from '../../../src/components/calculator/usage-csv.ts';
import { estimateUsage } from '../../../src/components/calculator/usage-estimate.ts';
import { insteadSentence, totalSentence } from '../../../src/components/calculator/usage-words.ts';
import {
  shortTokenText,
  tokensFromText,
  tokenWords,
} from '../../../src/components/workload/token-count.ts';
import { prepare } from '../../../src/estimation/preparation.ts';

const tokens = fc.integer({ min: 0, max: 1e12 });
const lines = fc.array(
  fc.record({
    id: fc.constantFrom('openai/gpt-5', 'deepseek/deepseek-v3.2', '~openai/gpt-latest:free'),
    workload: fc.record({
      inputTokens: tokens,
      cachedInputTokens: tokens,
      outputTokens: fc.integer({ min: 1, max: 1e12 }),
    }),
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
  });

  test('leaves out what is no line', () => {
    expect(calculatorFromSearch('?use=openai/gpt-5*2M*x*1,a/b,a/b*0*0*0,a/b*0*0*1').lines).toEqual([
      { id: 'a/b', workload: { inputTokens: 0, cachedInputTokens: 0, outputTokens: 1 } },
    ]);
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
    ['1 000 000', 1e6],
    ['', 0],
  ])('“%s” is %d', (text, expected) => {
    expect(tokensFromText(text)).toBe(expected);
  });

  test.each(['two', '-5', '1,5', '1.000.000', 'NaN', 'Infinity', '1e99', '2Mx'])(
    '“%s” is none',
    (text) => {
      expect(tokensFromText(text)).toBeUndefined();
    },
  );

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
const find = modelFinder([
  named('openai/gpt-5', 'openai/gpt-5-2025-08-07', ['~openai/gpt-latest']),
  named('z-ai/glm-4.6', 'z-ai/glm-4.6'),
]);

describe('an activity export', () => {
  const csv = [
    'generation_id,created_at,cost_total,tokens_prompt,tokens_completion,tokens_reasoning,tokens_cached,model_permaslug,variant',
    'a,2026-10-03 10:00:00,0.1,1000,200,150,400,openai/gpt-5-2025-08-07,',
    'b,2026-10-01 10:00:00,0.1,500,100,0,0,openai/gpt-5-2025-08-07:free,free',
    'c,2026-10-02 10:00:00,0.1,10,20,0,0,nobody/nothing,',
    'd,2026-10-02 10:00:00,0.1,many,20,0,0,z-ai/glm-4.6,',
  ].join('\r\n');

  test('is added up by model; cached tokens leave the prompt, reasoning is not counted twice', async () => {
    const activity = await readActivity(csv);
    const { lines, unmatched } = activityLines(activity, find);
    expect(lines).toEqual([
      {
        id: 'openai/gpt-5',
        workload: { inputTokens: 1100, cachedInputTokens: 400, outputTokens: 300 },
      },
    ]);
    expect(unmatched.map(({ name }) => name)).toEqual(['nobody/nothing']);
    expect(activity).toMatchObject({
      rows: 4,
      unreadRows: 1,
      days: { first: '2026-10-01', last: '2026-10-03' },
    });
  });

  test('may call its columns otherwise', async () => {
    const { byModel } = await readActivity('Model\tPrompt Tokens\tCompletion Tokens\nx/y\t1\t2\n');
    expect(byModel.get('x/y')).toEqual({ inputTokens: 1, cachedInputTokens: 0, outputTokens: 2 });
  });

  test('without a column that is needed says which, and what was there', async () => {
    await expect(readActivity('date,model,cost\n2026-10-01,x/y,1\n')).rejects.toThrow(
      /prompt tokens .*tokens_prompt.*date, model, cost/,
    );
  });

  test('names a model by id, permanent name, alias, variant or full name', () => {
    for (const text of ['openai/gpt-5:batch', '~openai/gpt-latest', 'NAME OF openai/gpt-5']) {
      expect(find(text)?.id).toBe('openai/gpt-5');
    }
    expect(find('openai/gpt-5-mini')).toBeUndefined();
  });
});

describe('a month', () => {
  const workload = { inputTokens: 1e7, cachedInputTokens: 3e7, outputTokens: 2e6 };
  let usage: ReturnType<typeof estimateUsage>;
  let ids: string[];

  beforeAll(() => {
    const data = readData(process.cwd());
    const preparation = prepare(methodOf(data.factors));
    const { estimable } = joinCatalog(data);
    const workloads = estimable
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

  test('is said with its range, in units that people read', () => {
    expect(totalSentence(usage.total)).toMatch(
      /^About [\d. ]+ k?g CO₂e a month, nine times in ten between [\d. ]+ and [\d. ]+ k?g; .*Wh \(.+–.+\).*L \(.+–.+\)/,
    );
    expect(unitFor('gramsCO2e', { central: 2.3e6 }).name).toBe('t');
    expect(unitFor('millilitresWater', { central: 0.2 }).name).toBe('mL');
  });

  test('on another model is said with probability and the range of the ratio', () => {
    expect(insteadSentence('X', usage.instead!)).toMatch(
      /^The same tokens, all on X, take about .+ \(.+–.+\)\. .* times what .* \(5th to 95th percentile .+ to .+\)\.$/,
    );
  });

  test('as a file names units, release and scenario in every row', async () => {
    const csv = await usageCsv(
      ids.map((id) => ({ id, workload })),
      usage,
      {
        boundary: 'facilityAndEmbodied',
        grid: 'SE',
        powerUsageEffectiveness: 'as served',
        release: '2026-08-22',
        methodVersion: '1',
        address: 'https://example.org/calculator/',
      },
    );
    const [head, ...rows] = csv.trim().split('\r\n');
    expect(head).toBe(
      'model,inputTokens,cachedInputTokens,outputTokens,gramsCO2e_low,gramsCO2e_central,gramsCO2e_high,wattHours_low,wattHours_central,wattHours_high,millilitresWater_low,millilitresWater_central,millilitresWater_high,boundary,grid,powerUsageEffectiveness,release,methodVersion,address',
    );
    expect(rows).toHaveLength(4);
    expect(rows.at(-1)).toMatch(/^total,30000000,90000000,6000000,/);
    for (const row of rows) expect(row).toContain('facilityAndEmbodied,SE,as served,2026-08-22,1,');
  });
});

import { describe, expect, test } from 'vitest';
import { methodOf } from '../../../src/catalog/method-of-factors.ts';
import type { UsageList } from '../../../src/catalog/usage.ts';
import { estimateWorkload } from '../../../src/estimation/estimate.ts';
import { prepare } from '../../../src/estimation/preparation.ts';
import { type Range, rangeOf } from '../../../src/estimation/ranges.ts';
import { totalDraws } from '../../../src/estimation/total.ts';
import { usageReport } from '../../../src/published/report/usage-report.ts';
import { usageReportJson } from '../../../src/published/usage-report-json.ts';
import { hashInputs } from '../../../src/release/input-hashes.ts';
import { buildRelease } from '../../../src/release/release.ts';
import { releasedUsage } from '../../../src/release/released-usage.ts';
import { keptData as data } from '../kept-list/kept-data.ts';

const IDS = [
  'openai/gpt-5',
  'openai/gpt-oss-120b',
  'deepseek/deepseek-v3.2',
  'mistralai/mistral-nemo',
];
const modelList = {
  ...data.modelList,
  models: data.modelList.models.filter(({ id }) => IDS.includes(id)),
};
const release = buildRelease({ ...data, modelList }, hashInputs(process.cwd()));
const slugOf = new Map(modelList.models.map(({ id, canonicalSlug }) => [id, canonicalSlug]));
const preparation = prepare(methodOf(data.factors));
const percentiles = ['low', 'central', 'high'] as const;

/** The report on these models alone: requests, prompt and completion tokens of each. */
function reportOn(used: Record<string, [number, number, number]>) {
  const usage: UsageList = {
    ...data.usage,
    models: Object.entries(used).map(([id, [requests, promptTokens, completionTokens]]) => ({
      canonicalSlug: slugOf.get(id) ?? id,
      requests,
      promptTokens,
      completionTokens,
    })),
  };
  return usageReport(releasedUsage({ modelList, usage }, release), release, data, preparation);
}

const WEEK: Record<string, [number, number, number]> = {
  'openai/gpt-5': [1e6, 8e9, 3e8],
  'openai/gpt-oss-120b': [2e6, 4e9, 9e8],
  'deepseek/deepseek-v3.2': [3e6, 9e9, 5e8],
  'mistralai/mistral-nemo': [5e5, 2e8, 1e8],
};
const week = reportOn({ ...WEEK, 'maker/embedding': [100, 5e8, 0] });
const { wholeService, codingAgents } = data.factors.workloads.promptCachedShare;

/** What some of the models take together, if a share of their prompts is read from a cache. */
function drawsOf(ids: readonly string[], cachedShare: number) {
  const used = release.models.filter(({ id }) => ids.includes(id));
  return totalDraws(
    used.map(({ id, input }) => {
      const [requests = 0, prompt = 0, completion = 0] = WEEK[id] ?? [];
      const cachedInputTokens = cachedShare * prompt;
      const inputTokens = prompt - cachedInputTokens;
      return {
        input,
        workload: { inputTokens, cachedInputTokens, outputTokens: completion, requests },
      };
    }),
    preparation,
  );
}

/** The same range but for the last digits, which depend on the order of sums. */
function expectRange(found: Range, draws: Float64Array) {
  const expected = rangeOf(draws);
  for (const percentile of percentiles) {
    expect(found[percentile] / expected[percentile]).toBeCloseTo(1, 9);
  }
}

describe('what a week of traffic emits', () => {
  test('is, of one model alone, as many times its mean request as there were, to the last digit', () => {
    const id = 'openai/gpt-oss-120b';
    const { cases } = reportOn({ [id]: [1000, 3_000_000, 500_000] });
    const { input } = release.models.find((model) => model.id === id)!;
    const request = { inputTokens: 3000, cachedInputTokens: 0, outputTokens: 500, requests: 1 };
    const mean = estimateWorkload(input, request, preparation).gramsCO2e;
    for (const percentile of percentiles) {
      const total = cases.nothingCached.estimate.gramsCO2e[percentile];
      expect(total / mean[percentile]).toBeCloseTo(1000, 9);
    }
  });

  test('is less, the more prompt tokens are read from a cache', () => {
    const { nothingCached, wholeService, codingAgents } = week.cases;
    for (const quantity of ['gramsCO2e', 'wattHours', 'millilitresWater'] as const) {
      for (const percentile of percentiles) {
        const [none, some, most] = [nothingCached, wholeService, codingAgents].map(
          ({ estimate }) => estimate[quantity][percentile],
        );
        expect(none!).toBeGreaterThan(some!);
        expect(some!).toBeGreaterThan(most!);
      }
    }
  });

  test.each([
    ['nothingCached', 0],
    ['wholeService', wholeService.share],
    ['codingAgents', codingAgents.share],
  ] as const)('is, in the case %s, the sum over its models at that very share', (name, share) => {
    const draws = drawsOf(IDS, share);
    expect(week.cases[name].share).toBe(share);
    for (const quantity of ['gramsCO2e', 'wattHours', 'millilitresWater'] as const) {
      expectRange(week.cases[name].estimate[quantity], draws[quantity]);
    }
  });

  test('is divided into what each part takes, with its shares of the tokens and of the emissions', () => {
    const whole = drawsOf(IDS, wholeService.share);
    const tokensOf = (ids: readonly string[]) =>
      ids.reduce((sum, id) => sum + (WEEK[id]?.[1] ?? 0) + (WEEK[id]?.[2] ?? 0), 0);
    for (const part of [...week.makers, ...week.weights, ...week.models]) {
      const ids = part.models.map(({ id }) => id);
      const draws = drawsOf(ids, wholeService.share);
      for (const quantity of ['gramsCO2e', 'wattHours', 'millilitresWater'] as const) {
        expectRange(part.estimate[quantity], draws[quantity]);
      }
      expect(part.shareOfTokens).toBeCloseTo(tokensOf(ids) / tokensOf(IDS), 12);
      const share = draws.gramsCO2e.map((grams, draw) => grams / whole.gramsCO2e[draw]!);
      expectRange(part.shareOfEmissions, share);
    }
  });

  test('is divided with the largest part first', () => {
    for (const parts of [week.makers, week.weights, week.models]) {
      const medians = parts.map(({ estimate }) => estimate.gramsCO2e.central);
      expect(medians).toEqual(medians.toSorted((a, b) => b - a));
    }
  });

  test('is a sum of draws: narrower than the ranges of its parts added end to end', () => {
    const total = week.cases.wholeService.estimate.gramsCO2e;
    for (const parts of [week.makers, week.weights, week.models]) {
      const end = (percentile: 'low' | 'high') =>
        parts.reduce((sum, { estimate }) => sum + estimate.gramsCO2e[percentile], 0);
      expect(total.low).toBeGreaterThan(end('low'));
      expect(total.high).toBeLessThan(end('high'));
    }
  });

  test('is divided without a rest: tokens, shares of tokens, models', () => {
    for (const parts of [week.makers, week.weights, week.models]) {
      expect(parts.reduce((sum, { tokens }) => sum + tokens.requests, 0)).toBe(6_500_000);
      expect(parts.reduce((sum, { shareOfTokens }) => sum + shareOfTokens, 0)).toBeCloseTo(1, 12);
      expect(parts.flatMap(({ models }) => models.map(({ id }) => id)).toSorted()).toEqual(
        IDS.toSorted(),
      );
    }
    expect(week.makers.map(({ name }) => name).toSorted()).toEqual([
      'DeepSeek',
      'Mistral',
      'OpenAI',
    ]);
  });

  test('gives shares of emissions as ranges between nothing and all', () => {
    const medians = week.models.map(({ shareOfEmissions: { low, central, high } }) => {
      expect(low).toBeGreaterThan(0);
      expect(low).toBeLessThan(central);
      expect(central).toBeLessThan(high);
      expect(high).toBeLessThan(1);
      return central;
    });
    const sum = medians.reduce((total, share) => total + share, 0);
    expect(Math.abs(sum - 1)).toBeLessThan(0.15);
  });

  test('says what it leaves out, and does not count it as nothing', () => {
    expect(week.unanswered).toEqual([
      {
        kind: 'not-listed',
        tokens: { requests: 100, promptTokens: 5e8, completionTokens: 0 },
        canonicalSlugs: ['maker/embedding'],
      },
    ]);
    expect(week.visible.promptTokens - week.estimated.promptTokens).toBe(5e8);
  });

  test('is published with its scope, its source and the same bytes each time', () => {
    const json = usageReportJson(week);
    expect(json.scope).toBe('requests that passed through OpenRouter, and nothing else');
    expect(json.source).toBe(`OpenRouter (openrouter.ai/rankings), as of ${data.usage.retrieved}`);
    expect(json.totals.map(({ promptCachedShare }) => promptCachedShare)[0]).toBe(0);
    const again = reportOn({ 'openai/gpt-5': [1000, 8e9, 3e8] });
    expect(JSON.stringify(usageReportJson(again))).toBe(
      JSON.stringify(usageReportJson(reportOn({ 'openai/gpt-5': [1000, 8e9, 3e8] }))),
    );
  });
});

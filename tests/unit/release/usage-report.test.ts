import { describe, expect, test } from 'vitest';
import type { UsageList } from '../../../src/catalog/usage.ts';
import { hashInputs } from '../../../src/release/input-hashes.ts';
import { buildRelease } from '../../../src/release/release.ts';
import { usageReport } from '../../../src/release/usage-report.ts';
import { usageReportJson } from '../../../src/release/usage-report-json.ts';
import { data } from '../estimation/method-under-test.ts';

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
  return usageReport({ ...data, modelList, usage }, release);
}

const week = reportOn({
  'openai/gpt-5': [1000, 8e9, 3e8],
  'openai/gpt-oss-120b': [2000, 4e9, 9e8],
  'deepseek/deepseek-v3.2': [3000, 9e9, 5e8],
  'mistralai/mistral-nemo': [500, 2e8, 1e8],
  'maker/embedding': [100, 5e8, 0],
});

describe('what a week of traffic emits', () => {
  test('is, for the answers of one model alone, its tokens times its published range', () => {
    const id = 'openai/gpt-oss-120b';
    const { cases } = reportOn({ [id]: [10, 0, 1_000_000] });
    const { perThousandOutputTokens } = release.models.find((model) => model.id === id)!;
    for (const percentile of percentiles) {
      const expected = 1000 * perThousandOutputTokens.gramsCO2e[percentile];
      const total = cases.nothingCached.estimate.gramsCO2e[percentile];
      // The same draws in another order: the tails move by a few per cent.
      expect(Math.abs(total / expected - 1)).toBeLessThan(0.15);
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
      expect(parts.reduce((sum, { tokens }) => sum + tokens.requests, 0)).toBe(6500);
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

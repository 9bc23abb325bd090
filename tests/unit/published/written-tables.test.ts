import { describe, expect, test } from 'vitest';
import type { TokenCount } from '../../../src/catalog/tokenizers.ts';
import type { WorkloadsFile } from '../../../src/catalog/workloads.ts';
import type { TrafficPart } from '../../../src/published/report/traffic-part.ts';
import type { UsageReport } from '../../../src/published/report/usage-report.ts';
import { requestsJson } from '../../../src/published/requests-json.ts';
import { usageReportJson } from '../../../src/published/usage-report-json.ts';
import { madeUpModel, madeUpRange } from '../release/made-up-model.ts';

const estimate = (grams: number) => ({
  gramsCO2e: madeUpRange(grams),
  wattHours: madeUpRange(grams * 7),
  millilitresWater: madeUpRange(grams * 11),
});
const used = (requests: number) => ({
  requests,
  promptTokens: requests * 900,
  completionTokens: requests * 70,
});

describe('the report on a week', () => {
  const part = (id: string | undefined, grams: number): TrafficPart => ({
    id,
    name: `Name of ${id}`,
    models: [],
    tokens: used(grams),
    estimate: estimate(grams),
    shareOfTokens: 0.123456,
    shareOfEmissions: madeUpRange(0.25),
  });
  const report: UsageReport = {
    release: 'r1',
    methodVersion: '1.9',
    asOf: '2026-08-21',
    days: 7,
    visible: used(1000),
    estimated: used(900),
    used: [],
    unanswered: [{ kind: 'router', tokens: used(100), canonicalSlugs: ['a/b'] }],
    cases: {
      nothingCached: { share: 0, estimate: estimate(5000) },
      wholeService: { share: 0.56, estimate: estimate(3000) },
      codingAgents: { share: 0.91, estimate: estimate(2000) },
    },
    makers: [part('maker', 100), part(undefined, 20)],
    weights: [part('open', 60)],
    models: [part('maker/model', 40)],
  };

  test('is written with each figure in its field, the three cases in their order', () => {
    const written = (id: string | undefined, grams: number) => ({
      id,
      name: `Name of ${id}`,
      tokens: used(grams),
      shareOfTokens: 0.1235,
      shareOfEmissions: madeUpRange(0.25),
      ...estimate(grams),
    });
    expect(usageReportJson(report)).toMatchObject({
      release: 'r1',
      methodVersion: '1.9',
      asOf: '2026-08-21',
      days: 7,
      source: 'OpenRouter (openrouter.ai/rankings), as of 2026-08-21',
      visible: used(1000),
      estimated: used(900),
      withoutEstimate: report.unanswered,
      totals: [
        { promptCachedShare: 0, ...estimate(5000) },
        { promptCachedShare: 0.56, ...estimate(3000) },
        { promptCachedShare: 0.91, ...estimate(2000) },
      ],
      partsAtPromptCachedShare: 0.56,
      makers: [written('maker', 100), JSON.parse(JSON.stringify(written(undefined, 20)))],
      weights: [written('open', 60)],
      models: [written('maker/model', 40)],
    });
  });
});

describe('the requests that figures can be asked for', () => {
  const kind = (inputTokens: number) => ({
    name: `Request of ${inputTokens}`,
    inputTokens,
    cachedInputTokens: inputTokens * 2,
    outputTokens: inputTokens * 3,
    sources: ['counts'],
  });
  const workloads = {
    requests: { chat: kind(1), longDocument: kind(2), reasoning: kind(3), codingAgent: kind(4) },
    promptCachedShare: { wholeService: { share: 0.25, sources: ['cache'] } },
    meanRequest: { minimumRequests: 100, sources: ['rankings'] },
  } as unknown as WorkloadsFile;
  const tokenizers = {
    englishTexts: ['text'],
    families: { all: { models: ['maker/model'], counted: ['counted'] } },
  };
  const tokenCounts = [
    { tokenizer: 'counted', text: 'text', words: 100, tokens: 130 },
  ] as TokenCount[];
  const model = madeUpModel();
  const written = () =>
    requestsJson(
      {
        release: 'r1',
        date: '2026-08-22',
        methodVersion: '1.9',
        inputs: {},
        models: [model, madeUpModel({ id: 'rarely/used' })],
        notEstimated: [],
        hosts: [],
      },
      {
        visible: used(1000),
        used: [
          { model, tokens: used(500) },
          { model: madeUpModel({ id: 'rarely/used' }), tokens: used(3) },
        ],
      },
      { factors: { workloads, tokenizers } as never, tokenCounts },
    );

  test('are the presets with their tokens, and the mean of all', () => {
    const preset = (id: string, count: number) => ({
      id,
      name: `Request of ${count}`,
      workload: {
        inputTokens: count,
        cachedInputTokens: 2 * count,
        outputTokens: 3 * count,
        requests: 1,
      },
      sources: ['counts'],
    });
    expect(written().presets).toEqual([
      preset('chat', 1),
      preset('long-document', 2),
      preset('reasoning', 3),
      preset('coding-agent', 4),
      {
        id: 'openrouter-mean',
        name: 'Mean request on OpenRouter',
        workload: { inputTokens: 675, cachedInputTokens: 225, outputTokens: 70, requests: 1 },
        sources: ['rankings', 'cache'],
      },
    ]);
  });

  test('are each model’s own mean, or why there is none', () => {
    expect(written().models['maker/model-1']).toEqual({
      contextTokens: 131_072,
      maxOutputTokens: undefined,
      tokensPerThousandWords: { low: 1300, high: 1300 },
      asUsed: { inputTokens: 675, cachedInputTokens: 225, outputTokens: 70, requests: 1 },
    });
    expect(written().models['rarely/used']).toMatchObject({ asUsedLeftOut: expect.any(String) });
  });
});

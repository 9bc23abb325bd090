import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONG_PROMPT_TOKENS, longPromptFactor } from '../../../src/estimation/long-prompt.ts';
import { prepare } from '../../../src/estimation/preparation.ts';
import { rankModels, rankRequests } from '../../../src/estimation/ranking.ts';
import { compareRequests, estimateRequest } from '../../../src/estimation/request.ts';
import type { SizedModel } from '../../../src/estimation/sized-model.ts';
import { PER_THOUSAND_OUTPUT_TOKENS, type Workload } from '../../../src/estimation/workload.ts';
import { method, place, servedAt } from './method-under-test.ts';

const preparation = prepare(method);
const sized = (activeBillions: number, layers?: number): SizedModel => ({
  tier: 'architecture',
  active: activeBillions,
  total: activeBillions,
  mixtureOfExperts: false,
  precision: { servedBits: 8 },
  ...(layers !== undefined && {
    architecture: {
      layers,
      fullAttentionLayers: layers,
      slidingWindowLayers: 0,
      slidingWindowTokens: 0,
      kvWidth: 2048,
      hybridStateSpace: false,
    },
  }),
});
const request = (inputTokens: number, outputTokens = 300, cachedInputTokens = 0): Workload => ({
  inputTokens,
  cachedInputTokens,
  outputTokens,
});
const grams = (model: SizedModel, asked: Workload) =>
  estimateRequest({ model, endpoints: servedAt(place) }, asked, preparation).gramsCO2e;

describe('a long prompt', () => {
  const factor = (tokens: number) => longPromptFactor(sized(70.6, 80), request(tokens), method);

  test('takes no more per token than a short one up to 16 000 tokens', () => {
    expect([1, 1000, LONG_PROMPT_TOKENS].map(factor)).toEqual([1, 1, 1]);
  });

  test('takes about 2.2 times as much per token of input at 128,000 tokens in a 70B model of 80 layers', () => {
    // Its real width is 8,192: 1 + 80 * 8192 * 128000 / 70.6e9 = 2.19.
    expect(factor(128_000)).toBeGreaterThan(2.15);
    expect(factor(128_000)).toBeLessThan(2.35);
  });

  test('counts what is read from a cache, since the rest attends to it too', () => {
    const model = sized(70.6, 80);
    expect(longPromptFactor(model, request(10_000, 0, 118_000), method)).toBe(factor(128_000));
  });

  test('grows less where most layers look back a window only', () => {
    const { architecture, ...rest } = sized(27, 60);
    const windowed = {
      ...rest,
      architecture: { ...architecture!, fullAttentionLayers: 10, slidingWindowLayers: 50 },
    };
    const [all, few] = [sized(27, 60), windowed].map((model) =>
      longPromptFactor(model, request(100_000), method),
    );
    expect((few! - 1) / (all! - 1)).toBeCloseTo(1 / 6, 10);
  });

  test('is said of models known by their price too, as of a generic model', () => {
    const model = {
      tier: 'price',
      inputUsdPerMillionTokens: 1,
      outputUsdPerMillionTokens: 4,
    } as const;
    expect(longPromptFactor(model, request(100_000), method)).toBeGreaterThan(1);
  });
});

describe('the range of a request', () => {
  test('never falls when tokens are added', () => {
    const tokens = fc.integer({ min: 0, max: 200_000 });
    fc.assert(
      fc.property(tokens, tokens, tokens, (input, cached, more) => {
        const least = grams(sized(8), request(input, 300, cached));
        const most = grams(sized(8), request(input + more, 300, cached));
        expect(most.low).toBeGreaterThanOrEqual(least.low);
        expect(most.high).toBeGreaterThanOrEqual(least.high);
      }),
      { numRuns: 15 },
    );
  });
});

describe('requests of several models', () => {
  const models = [sized(8), sized(70), sized(32)].map((model, index) => ({
    id: `maker/${index}`,
    input: { model, endpoints: servedAt(place) },
  }));
  const asking = (workload: Workload) => models.map((model) => ({ ...model, workload }));

  test('of a thousand output tokens rank as the index does', () => {
    expect(rankRequests(asking(PER_THOUSAND_OUTPUT_TOKENS), preparation)).toEqual(
      rankModels(models, preparation).map(({ outputGramsCO2e }) => outputGramsCO2e),
    );
  });

  test('of ten times the tokens emit ten times as much, surely', () => {
    const [short, long] = [request(1000, 300), request(10_000, 3000)].map((workload) => ({
      ...models[0]!,
      workload,
    }));
    const { probabilityLess, ratio } = compareRequests(short!, long!, preparation);
    expect(probabilityLess).toBe(1);
    expect(ratio.central).toBeCloseTo(0.1, 12);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWorkloads } from '../../../src/estimation/comparison.ts';
import type { Architecture } from '../../../src/estimation/energy-shape.ts';
import {
  drawModel,
  estimateWorkload,
  rangesOf,
  workloadDraws,
} from '../../../src/estimation/estimate.ts';
import { type EstimationInput, prepare } from '../../../src/estimation/preparation.ts';
import { rangeOf } from '../../../src/estimation/ranges.ts';
import { reportedDraws, reportedRanges } from '../../../src/estimation/reported.ts';
import { totalDraws } from '../../../src/estimation/total.ts';
import { PER_THOUSAND_OUTPUT_TOKENS, type Workload } from '../../../src/estimation/workload.ts';
import { inputOf, method, place, pricedModel, sizedModel } from './method-under-test.ts';

const preparation = prepare(method);
const transformer = (layers: number, change: Partial<Architecture> = {}): Architecture => ({
  layers,
  fullAttentionLayers: layers,
  slidingWindowLayers: 0,
  slidingWindowTokens: 0,
  kvWidth: 2048,
  hybridStateSpace: false,
  ...change,
});
const llama = inputOf({
  ...sizedModel(70.6, 70.6, 'architecture'),
  architecture: transformer(80, { hiddenSize: 8192 }),
});
const priced = inputOf(pricedModel(1));
const request = (inputTokens: number, outputTokens = 300, cachedInputTokens = 0): Workload => ({
  inputTokens,
  cachedInputTokens,
  outputTokens,
  requests: 1,
});
const joules = (input: EstimationInput, asked: Workload) =>
  estimateWorkload(input, asked, preparation, 'accelerators').wattHours.central * 3600;

describe('a prompt', () => {
  /** What a fresh token of a prompt of this length takes over one of a prompt of none. */
  const factor = (fresh: number, cached = 0, input = llama) =>
    joules(input, request(fresh, 0, cached)) /
    (fresh * joules(input, { ...request(1, 0), requests: undefined }));

  test('takes what attention adds at every length: 1 + L d Lp / A of a 70B model of 80 layers', () => {
    expect(factor(128_000)).toBeCloseTo(1 + (80 * 8192 * 128_000) / 70.6e9, 6);
    expect(factor(1000)).toBeCloseTo(1 + (80 * 8192 * 1000) / 70.6e9, 6);
  });

  test('attends to all that is cached, and to half of what is fresh', () => {
    const alone = joules(llama, request(10_000, 0)) / 10_000;
    const afterCached =
      (joules(llama, request(10_000, 0, 100_000)) - joules(llama, request(0, 0, 100_000))) / 10_000;
    const perToken = joules(llama, { ...request(1, 0), requests: undefined });
    expect((afterCached - alone) / perToken).toBeCloseTo((80 * 8192 * 2 * 100_000) / 70.6e9, 1);
  });

  test('takes more the longer it is of a model known by its price too, as of a generic model', () => {
    expect(factor(100_000, 0, priced)).toBeGreaterThan(1.2);
  });
});

describe('an answer', () => {
  /** What one of two tokens takes after a prompt that makes up this context: median over the draws. */
  const perToken = (contextTokens: number, input = llama) => {
    const draws = drawModel(input, preparation);
    const joulesOf = (outputTokens: number) =>
      workloadDraws(draws, request(0, outputTokens, contextTokens - 1), 'accelerators').wattHours;
    const without = joulesOf(0);
    return rangeOf(joulesOf(2).map((all, draw) => (3600 * (all - without[draw]!)) / 2)).central;
  };

  test('reads the whole prompt and half of itself', () => {
    const stated = joules(llama, { ...request(0, 1), requests: undefined });
    expect(perToken(method.serving.statedContextTokens) / stated).toBeCloseTo(1, 6);
    expect(perToken(60_000)).toBeGreaterThan(1.2 * stated);
    expect(perToken(200)).toBeLessThan(stated);
  });

  test('costs in proportion to what it reads beyond', () => {
    const [near, middle, far] = [10_000, 20_000, 30_000].map((tokens) => perToken(tokens));
    expect((far! - middle!) / (middle! - near!)).toBeCloseTo(1, 1);
  });

  test('of a model known by its price reads a cache too, and never takes less than nothing', () => {
    expect(perToken(100_000, priced)).toBeGreaterThan(perToken(1000, priced));
    expect(perToken(2, priced)).toBeGreaterThan(0);
  });
});

describe('a workload', () => {
  test('of many requests is as many times one of them', () => {
    const one = estimateWorkload(llama, request(3000, 500, 9000), preparation).gramsCO2e;
    const many = estimateWorkload(
      llama,
      { inputTokens: 3e6, outputTokens: 5e5, cachedInputTokens: 9e6, requests: 1000 },
      preparation,
    ).gramsCO2e;
    for (const percentile of ['low', 'central', 'high'] as const) {
      expect(many[percentile] / one[percentile]).toBeCloseTo(1000, 6);
    }
  });

  test('without requests is at the stated context: its tokens times the figures per token', () => {
    const tokens = rangesOf(drawModel(llama, preparation)).perThousandOutputTokens.gramsCO2e;
    const total = estimateWorkload(
      llama,
      { inputTokens: 0, cachedInputTokens: 0, outputTokens: 25e6 },
      preparation,
    ).gramsCO2e;
    expect(total.central / tokens.central).toBeCloseTo(25_000, 6);
  });

  test.each([
    ['size', llama],
    ['price', priced],
  ])('is one figure wherever it stands, of a model known by its %s', (_, input) => {
    const asked = request(2000, 400, 6000);
    const { gramsCO2e } = estimateWorkload(input, asked, preparation);
    expect(rangeOf(totalDraws([{ input, workload: asked }], preparation).gramsCO2e)).toEqual(
      gramsCO2e,
    );
    expect(reportedRanges(reportedDraws(drawModel(input, preparation), asked)).gramsCO2e).toEqual(
      gramsCO2e,
    );
  });

  test('never falls when tokens are added', () => {
    const tokens = fc.integer({ min: 0, max: 200_000 });
    fc.assert(
      fc.property(tokens, tokens, tokens, (input, cached, more) => {
        const grams = (asked: Workload) => estimateWorkload(llama, asked, preparation).gramsCO2e;
        const least = grams(request(input, 300, cached));
        const most = grams(request(input + more, 300, cached));
        expect(most.low).toBeGreaterThanOrEqual(least.low);
        expect(most.high).toBeGreaterThanOrEqual(least.high);
      }),
      { numRuns: 15 },
    );
  });
});

describe('requests of several models', () => {
  const inputs = [8, 70, 32].map((billions) =>
    inputOf(sizedModel(billions), place, `maker/${billions}`),
  );

  test('twice as many emit twice as much, surely', () => {
    const input = inputs[0]!;
    const { probabilityLess, ratio } = compareWorkloads(
      { input, workload: request(1000) },
      { input, workload: { ...request(2000, 600), requests: 2 } },
      preparation,
    );
    expect(probabilityLess).toBe(1);
    expect(ratio.central).toBeCloseTo(0.5, 12);
  });
});

describe('a text of which only bounds of its tokens are known', () => {
  const words: Workload = { ...PER_THOUSAND_OUTPUT_TOKENS, outputTokensSpread: 1.5 };
  const gramsOf = (input: EstimationInput, workload: Workload) =>
    workloadDraws(drawModel(input, preparation), workload).gramsCO2e;

  test('takes any number of tokens between them in each draw, evenly on a logarithmic scale', () => {
    const certain = gramsOf(llama, PER_THOUSAND_OUTPUT_TOKENS);
    const factors = gramsOf(llama, words).map((grams, draw) => grams / certain[draw]!);
    const { low, central, high } = rangeOf(factors);
    expect(low).toBeCloseTo(1.5 ** -0.9, 3);
    expect(central).toBeCloseTo(1, 3);
    expect(high).toBeCloseTo(1.5 ** 0.9, 3);
    expect(Math.min(...factors)).toBeGreaterThan(1 / 1.5);
    expect(Math.max(...factors)).toBeLessThan(1.5);
  });

  test('has a wider range, and is what is certain where both bounds are one', () => {
    const certain = rangeOf(gramsOf(llama, PER_THOUSAND_OUTPUT_TOKENS));
    const open = rangeOf(gramsOf(llama, words));
    expect(open.high / open.low).toBeGreaterThan(certain.high / certain.low);
    expect(gramsOf(llama, { ...words, outputTokensSpread: 1 })).toEqual(
      gramsOf(llama, PER_THOUSAND_OUTPUT_TOKENS),
    );
  });

  test('is drawn for each model alone, and alike wherever the model is computed', () => {
    const [one, other] = ['maker/one', 'maker/other'].map((id) =>
      inputOf(sizedModel(70), place, id),
    );
    const factorsOf = (input: EstimationInput) => {
      const certain = gramsOf(input, PER_THOUSAND_OUTPUT_TOKENS);
      return gramsOf(input, words).map((grams, draw) => grams / certain[draw]!);
    };
    // By chance a few draws of two models are about the same.
    const others = factorsOf(other!);
    const alike = factorsOf(one!).filter((factor, draw) => Math.abs(factor - others[draw]!) < 1e-3);
    expect(alike.length).toBeLessThan(others.length / 50);
    const { gramsCO2e } = reportedRanges(reportedDraws(drawModel(one!, preparation), words));
    expect(gramsCO2e).toEqual(rangeOf(gramsOf(one!, words)));
  });
});

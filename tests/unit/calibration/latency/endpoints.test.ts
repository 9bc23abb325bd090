import { describe, expect, test } from 'vitest';
import { sharpenByEndpoints } from '../../../../src/calibration/latency/endpoints.ts';
import { compareObservedSpeeds } from '../../../../src/calibration/latency/observed-speeds.ts';
import { readLatency } from '../../../../src/calibration/latency/record.ts';
import { summariseSharpening } from '../../../../src/calibration/latency/summary.ts';
import { joinCatalog } from '../../../../src/catalog/catalog.ts';
import { methodOf } from '../../../../src/catalog/method.ts';
import { readData } from '../../../../src/catalog/read-data.ts';
import { createEstimator } from '../../../../src/estimation/estimate.ts';

const root = process.cwd();
const data = readData(root);
const latency = readLatency(root);

describe('endpoints that are read', () => {
  const twoModels = joinCatalog(data)
    .estimable.filter(({ input }) => input.model.tier === 'architecture')
    .slice(0, 2);
  const [first, second] = twoModels.map(({ listed }) => listed.id);
  const few = {
    ...data,
    modelList: { ...data.modelList, models: twoModels.map(({ listed }) => listed) },
    endpoints: {
      ...data.endpoints,
      models: [
        {
          id: first!,
          retrieved: '2026-07-22',
          endpoints: [
            { host: 'A', tag: 'a', quantization: 'fp8', prices: {}, tokensPerSecondMedian: 30 },
            { host: 'Groq', tag: 'groq', prices: {}, tokensPerSecondMedian: 30 },
            { host: 'B', tag: 'b', quantization: 'unheard-of', prices: {} },
          ],
        },
      ],
    },
  };
  const sharpened = sharpenByEndpoints(few, latency);

  test('leave the published range where no speed is read', () => {
    const estimate = createEstimator(methodOf(data.factors));
    for (const [index, { input }] of joinCatalog(few).estimable.entries()) {
      const { gramsCO2e, acceleratorJoulesPerToken } = estimate(input).perThousandOutputTokens;
      const { gramsCO2e: grams, acceleratorJoules: joules } = sharpened[index]!;
      expect(grams.asPublished / (gramsCO2e.high / gramsCO2e.low)).toBeCloseTo(1, 1);
      const { low, high } = acceleratorJoulesPerToken;
      expect(joules.asPublished / (high / low)).toBeCloseTo(1, 1);
    }
  });

  test('count speeds of accelerators alone, and formats that are known', () => {
    expect(sharpened[0]).toMatchObject({
      endpoints: 3,
      endpointsWithQuantization: 1,
      endpointsWithBelievedSpeed: 1,
    });
  });

  test('change nothing for a model without any', () => {
    const { id, endpoints, gramsCO2e } = sharpened[1]!;
    expect({ id, endpoints }).toEqual({ id: second, endpoints: 0 });
    expect(gramsCO2e.withSpeed).toBe(gramsCO2e.asPublished);
  });

  test('are never narrower in the median than an operating point that is known', () => {
    for (const { gramsCO2e } of summariseSharpening(sharpened)) {
      expect(gramsCO2e.withSpeed).toBeGreaterThan(gramsCO2e.operatingPointKnown);
    }
  });

  test('show speeds that the assumed operating points can explain', () => {
    const observed = compareObservedSpeeds(data, latency);
    expect(observed.endpoints).toBeGreaterThan(100);
    expect(observed.insideRangeShare).toBeGreaterThan(0.75);
    expect(() =>
      compareObservedSpeeds({ ...few, endpoints: { ...few.endpoints, models: [] } }, latency),
    ).toThrow('nothing to compare');
  });
});

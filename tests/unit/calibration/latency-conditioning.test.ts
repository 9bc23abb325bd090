import { describe, expect, test } from 'vitest';
import type { LatencyCoefficients } from '../../../src/calibration/latency.ts';
import {
  conditionOnSpeed,
  isLatencyModel,
  type LatencyModel,
  lnLatencyDraws,
  type SpeedEvidence,
} from '../../../src/calibration/latency-conditioning.ts';
import {
  effectiveDrawCount,
  mixtureOf,
  weightedRangeOf,
} from '../../../src/calibration/weighted-ranges.ts';
import { latinHypercube, product } from '../../../src/estimation/draws.ts';
import type { Method } from '../../../src/estimation/method.ts';
import { rangeOf } from '../../../src/estimation/ranges.ts';
import { shareDraws } from '../../../src/estimation/shared-draws.ts';
import { energyFromSize } from '../../../src/estimation/sized-model.ts';
import { method } from '../estimation/method-under-test.ts';

const latency: LatencyCoefficients = {
  staticMillisecondsPerStep: 1,
  staticMillisecondsPerStepAndLayer: 0.08,
  eightBitExpertsLayerOverhead: 1.5,
  hostMillisecondsPerSequence: 0.03,
  memoryGigabytesPerMillisecond: { H100: 3, B200: 6 },
  decodeTeraflopsPerSecond: { H100: 600, B200: 1500 },
  expertsDecodeMultiplier: 4,
  hybridMillisecondsPerLayerAndSequence: 0.001,
};
const evidence: SpeedEvidence = {
  latency,
  timePerEnergy: 0.7,
  sdLn: 0.3,
  leastEffectiveDraws: 200,
};
const model: LatencyModel = {
  tier: 'parameters',
  active: 8,
  total: 8,
  mixtureOfExperts: false,
  precision: { servedBits: 16 },
};
const unit = latinHypercube();
const shared = shareDraws(unit, method);

describe('weights by an observed speed', () => {
  test('add up to 1 and favour large batches where an endpoint is slow', () => {
    const meanLnBatch = (tokensPerSecond: number) => {
      const { weights, conditioned } = conditionOnSpeed(
        model,
        tokensPerSecond,
        shared,
        method,
        evidence,
      );
      expect(conditioned).toBe(true);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      return product(weights, shared.concurrentSequences.map(Math.log)).reduce((a, b) => a + b, 0);
    };
    expect(meanLnBatch(30)).toBeGreaterThan(meanLnBatch(70) + 0.5);
  });

  test('narrow the energy where the batch is all that is unknown', () => {
    const nearlyKnown = { sdLn: 0.01 };
    const batchUnknown: Method = {
      ...method,
      formErrorSdLn: { measured: 0.01, architecture: 0.01, parameters: 0.01 },
      serving: {
        ...method.serving,
        b200Share: 0,
        doubledReplicaShare: 0,
        contextTokens: { ...method.serving.contextTokens, ...nearlyKnown },
        servingStack: { ...method.serving.servingStack, ...nearlyKnown },
      },
    };
    const draws = shareDraws(unit, batchUnknown);
    const values = energyFromSize(model, draws, batchUnknown).outputJoules;
    const typical = Math.exp(rangeOf(lnLatencyDraws(model, draws, batchUnknown, evidence)).central);
    const { weights } = conditionOnSpeed(model, 1000 / typical, draws, batchUnknown, {
      ...evidence,
      sdLn: 0.1,
    });
    const unread = rangeOf(values);
    const read = weightedRangeOf({ values, weights });
    expect(read.high / read.low).toBeLessThan(0.4 * (unread.high / unread.low));
    expect(read.low).toBeLessThan(unread.central);
    expect(read.high).toBeGreaterThan(unread.central);
  });

  test('stay equal where hardly any operating point could have shown the speed', () => {
    const { weights, effectiveDraws, conditioned } = conditionOnSpeed(
      model,
      20_000,
      shared,
      method,
      evidence,
    );
    expect(conditioned).toBe(false);
    expect(effectiveDraws).toBeLessThan(evidence.leastEffectiveDraws);
    expect(new Set(weights)).toEqual(new Set([1 / shared.count]));
  });

  test('are for models of known size', () => {
    expect(isLatencyModel(model)).toBe(true);
    expect(isLatencyModel({ ...model, total: { low: 100, high: 400 } })).toBe(false);
    expect(isLatencyModel({ ...model, mixtureOfExperts: undefined })).toBe(false);
  });
});

describe('a weighted range', () => {
  const values = shared.concurrentSequences;
  const ones = new Float64Array(values.length).fill(1);

  test('with equal weights is the plain range', () => {
    const plain = rangeOf(values);
    const weighted = weightedRangeOf({ values, weights: ones });
    for (const end of ['low', 'central', 'high'] as const) {
      expect(weighted[end] / plain[end]).toBeCloseTo(1, 2);
    }
  });

  test('does not see draws without weight, in whatever order they come', () => {
    const range = weightedRangeOf({
      values: Float64Array.of(1000, 3, 0.001, 3, 3),
      weights: Float64Array.of(0, 1, 0, 2, 1),
    });
    expect(range).toEqual({ low: 3, central: 3, high: 3 });
  });

  test('does not change when a draw of double weight is written twice', () => {
    const once = weightedRangeOf({
      values: Float64Array.of(1, 2, 3),
      weights: Float64Array.of(1, 2, 1),
    });
    const twice = weightedRangeOf({
      values: Float64Array.of(1, 2, 2, 3),
      weights: Float64Array.of(1, 1, 1, 1),
    });
    expect(once.central).toBe(twice.central);
  });

  test('of a mixture lies between those of its parts', () => {
    const part = (factor: number) => ({ values: values.map((v) => v * factor), weights: ones });
    const low = weightedRangeOf(part(1)).central;
    const high = weightedRangeOf(part(4)).central;
    const mixed = weightedRangeOf(mixtureOf([part(1), part(4)])).central;
    expect(mixed).toBeGreaterThan(low);
    expect(mixed).toBeLessThan(high);
  });

  test('is refused where no draw has weight', () => {
    expect(() => weightedRangeOf({ values, weights: new Float64Array(values.length) })).toThrow(
      'no draw has any weight',
    );
  });

  test('rests on as many draws as its weights are worth', () => {
    expect(effectiveDrawCount(ones)).toBe(values.length);
    expect(effectiveDrawCount(Float64Array.of(0, 5, 0))).toBe(1);
    expect(effectiveDrawCount(new Float64Array(3))).toBe(0);
  });
});

import { describe, expect, test } from 'vitest';
import {
  conditionOnSpeed,
  isLatencyModel,
  type LatencyModel,
  lnLatencyDraws,
  type SpeedEvidence,
} from '../../../../src/calibration/latency/conditioning.ts';
import { weightedRangeOf } from '../../../../src/calibration/latency/weighted-ranges.ts';
import { latinHypercube, product } from '../../../../src/estimation/draws.ts';
import type { Method } from '../../../../src/estimation/method.ts';
import { rangeOf } from '../../../../src/estimation/ranges.ts';
import { shareDraws } from '../../../../src/estimation/shared-draws.ts';
import { energyFromSize } from '../../../../src/estimation/sized-model.ts';
import { method } from '../../estimation/method-under-test.ts';
import { latencyUnderTest } from './latency-under-test.ts';

const evidence: SpeedEvidence = {
  latency: latencyUnderTest,
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

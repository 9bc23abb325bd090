import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interTokenLatencyMilliseconds } from '../../../../src/calibration/latency/decode-step.ts';
import { energyShape, type OperatingPoint } from '../../../../src/estimation/accelerator.ts';
import { method } from '../../estimation/method-under-test.ts';
import { latencyUnderTest as coefficients } from './latency-under-test.ts';

const architecture = {
  layers: 40,
  fullAttentionLayers: 40,
  slidingWindowLayers: 0,
  slidingWindowTokens: 0,
  kvWidth: 2048,
  hybridStateSpace: false,
};
const dense = energyShape(
  { activeBillions: 10, totalBillions: 10, mixtureOfExperts: false },
  architecture,
  method.accelerator,
);
const mixture = energyShape(
  { activeBillions: 10, totalBillions: 100, mixtureOfExperts: true },
  architecture,
  method.accelerator,
);
const point: OperatingPoint = {
  accelerator: 'H100',
  acceleratorsPerReplica: 2,
  weightBits: 16,
  concurrentSequences: 10,
  contextTokens: 1000,
};

describe('the time between two tokens', () => {
  test('adds up the fixed step, its layers, its sequences, the memory read and the arithmetic', () => {
    const cacheGigabytes = (2 * 2048 * 40 * 1000 * 10) / 1e9;
    const expected =
      2 + 0.1 * 40 + 0.03 * 10 + ((20 + cacheGigabytes) / 2 + (2 * 10 * 10) / 500) / 2;
    expect(interTokenLatencyMilliseconds(dense, point, coefficients)).toBeCloseTo(expected, 10);
  });

  test('counts the layers of a hybrid state-space model, and the overhead of 8-bit experts', () => {
    const at = (shape: typeof dense, weightBits: number) =>
      interTokenLatencyMilliseconds(shape, { ...point, weightBits }, coefficients);
    const hybrid = { ...dense, hybridLayers: 40 };
    expect(at(hybrid, 16) - at(dense, 16)).toBeCloseTo((0.01 * 40 * 10) / 2, 10);
    const withoutOverhead = { ...coefficients, eightBitExpertsLayerOverhead: 0 };
    const eightBit = { ...point, weightBits: 8 };
    expect(
      at(mixture, 8) - interTokenLatencyMilliseconds(mixture, eightBit, withoutOverhead),
    ).toBeCloseTo(0.1 * 40 * 1.5, 10);
    expect(at(dense, 8)).toBeLessThan(at(dense, 16));
  });

  test('grows with the batch and the context, and shrinks with more accelerators', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(dense, mixture),
        fc.double({ min: 1, max: 4000, noNaN: true }),
        fc.double({ min: 1, max: 50_000, noNaN: true }),
        (shape, concurrentSequences, contextTokens) => {
          const here = { ...point, concurrentSequences, contextTokens };
          const time = (changed: Partial<OperatingPoint>) =>
            interTokenLatencyMilliseconds(shape, { ...here, ...changed }, coefficients);
          expect(time({ concurrentSequences: concurrentSequences * 2 })).toBeGreaterThan(time({}));
          expect(time({ contextTokens: contextTokens * 2 })).toBeGreaterThan(time({}));
          expect(time({ acceleratorsPerReplica: 4 })).toBeLessThan(time({}));
          expect(time({ accelerator: 'B200' })).toBeLessThan(time({}));
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceleratorEnergy,
  type OperatingPoint,
  PLAIN_SERVING,
} from '../../../src/estimation/accelerator.ts';
import { attentionPerAttendedToken } from '../../../src/estimation/attention.ts';
import {
  type Architecture,
  energyShape,
  kvCacheGigabytesPerToken,
} from '../../../src/estimation/energy-shape.ts';
import { method } from './method-under-test.ts';

const size = { activeBillions: 30, totalBillions: 30, mixtureOfExperts: false };
const full: Architecture = {
  layers: 60,
  fullAttentionLayers: 60,
  slidingWindowLayers: 0,
  slidingWindowTokens: 0,
  kvWidth: 2048,
  hybridStateSpace: false,
};
const none: Architecture = { ...full, fullAttentionLayers: 0 };
const shape = (architecture: Architecture) => energyShape(size, architecture, method.accelerator);
const cacheRead = (architecture: Architecture, contextTokens: number) =>
  kvCacheGigabytesPerToken(shape(architecture), contextTokens);

describe('what an output token reads of the cache', () => {
  test('is at most the window where layers look back no further, at their own width', () => {
    const windowed: Architecture = {
      ...full,
      fullAttentionLayers: 10,
      slidingWindowLayers: 50,
      slidingWindowTokens: 1024,
      slidingWindowKvWidth: 8192,
    };
    expect(cacheRead(windowed, 4000) * 1e9).toBe(2 * (10 * 2048 * 4000 + 50 * 8192 * 1024));
    expect(cacheRead(windowed, 500) * 1e9).toBe(2 * (10 * 2048 + 50 * 8192) * 500);
  });

  test('is at most the chosen entries where attention is sparse, and the key of every one', () => {
    const sparse: Architecture = {
      ...none,
      selectiveAttention: [
        { layers: 60, kvWidth: 576, tokensPerEntry: 1, mostEntries: 2048, indexWidth: 128 },
      ],
    };
    expect(cacheRead(sparse, 10_000) * 1e9).toBe(2 * 60 * (576 * 2048 + 128 * 10_000));
    expect(cacheRead(sparse, 1000) * 1e9).toBe(2 * 60 * (576 + 128) * 1000);
  });

  test('is shorter by as many tokens as a summary stands for, with the last ones besides', () => {
    const summaries = { layers: 20, kvWidth: 512, tokensPerEntry: 128, windowTokens: 128 };
    const chosen = { ...summaries, tokensPerEntry: 4, mostEntries: 512 };
    const compressed: Architecture = { ...none, selectiveAttention: [summaries, chosen] };
    expect(cacheRead(compressed, 12_800) * 1e9).toBe(2 * 20 * 512 * (100 + 128 + 512 + 128));
  });

  test('never falls when the context grows, and never exceeds full attention of that width', () => {
    const tokens = fc.integer({ min: 1, max: 1_000_000 });
    const group = fc.record({
      layers: fc.integer({ min: 1, max: 60 }),
      kvWidth: fc.constant(2048),
      tokensPerEntry: fc.constantFrom(1, 4, 128),
      mostEntries: fc.option(fc.integer({ min: 1, max: 4096 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(tokens, tokens, group, (few, more, selective) => {
        const architecture = { ...none, selectiveAttention: [selective] };
        const read = cacheRead(architecture, few);
        expect(cacheRead(architecture, few + more)).toBeGreaterThanOrEqual(read);
        expect(read).toBeLessThanOrEqual(cacheRead(full, few));
      }),
    );
  });
});

describe('a recurrent state', () => {
  const point: OperatingPoint = {
    ...PLAIN_SERVING,
    accelerator: 'H100',
    acceleratorsPerReplica: 1,
    weightBits: 16,
    concurrentSequences: 64,
    contextTokens: 4000,
  };
  const joules = (architecture: Architecture) =>
    acceleratorEnergy(shape(architecture), point, method.accelerator).outputJoules;
  const hybrid = (recurrentStateElements?: number): Architecture => ({
    ...none,
    hybridStateSpace: true,
    recurrentStateElements,
  });

  test('of the size that measured models have per layer costs what a layer of them costs', () => {
    const perLayer = (128 * 80 * 128 * (27 / 56 + 28 / 62)) / 2;
    expect(joules(hybrid(60 * perLayer))).toBeCloseTo(joules(hybrid()), 10);
  });

  test('costs in proportion to its size', () => {
    const [nothing, once, twice] = [0, 1e7, 2e7].map((elements) => joules(hybrid(elements)));
    expect(nothing).toBeCloseTo(joules(none), 10);
    expect(twice! - nothing!).toBeCloseTo(2 * (once! - nothing!), 10);
  });
});

describe('a prompt', () => {
  const size = { activeBillions: 30, totalBillions: 30, mixtureOfExperts: false };
  const perAttended = (architecture: Architecture) =>
    attentionPerAttendedToken(energyShape(size, architecture, method.accelerator), architecture);

  test('costs by the recorded width, where there is one', () => {
    expect(perAttended({ ...full, hiddenSize: 5000 })).toBeCloseTo((60 * 5000) / 30e9, 14);
    expect(perAttended(full)).toBeCloseTo((60 * Math.sqrt(30e9 / (12 * 60))) / 30e9, 14);
  });

  test('costs only the comparison with the index where attention is sparse', () => {
    const chosen = { layers: 60, kvWidth: 576, tokensPerEntry: 1, mostEntries: 2048 };
    const sparse = (index: object): Architecture => ({
      ...none,
      hiddenSize: 5000,
      selectiveAttention: [{ ...chosen, ...index }],
    });
    expect(perAttended(sparse({}))).toBe(0);
    expect(perAttended(sparse({ indexWidth: 128, indexHeads: 64 }))).toBeCloseTo(
      (60 * 64 * 64) / 30e9,
      14,
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceleratorEnergy,
  type OperatingPoint,
  PLAIN_SERVING,
} from '../../../src/estimation/accelerator.ts';
import { ACCELERATORS, DESIGN_OF } from '../../../src/estimation/accelerator-designs.ts';
import { type Architecture, energyShape } from '../../../src/estimation/energy-shape.ts';
import { sequencesInMemory } from '../../../src/estimation/sequences-in-memory.ts';
import { method } from './method-under-test.ts';

const coefficients = method.accelerator;

/** Dense models of 1 to 405 billion parameters, and mixtures that use a tenth of up to 2,000. */
const models = fc.oneof(
  fc.double({ min: 1, max: 405, noNaN: true }).map((billions) => ({
    activeBillions: billions,
    totalBillions: billions,
    mixtureOfExperts: false,
  })),
  fc.double({ min: 3, max: 2000, noNaN: true }).map((billions) => ({
    activeBillions: billions / 10,
    totalBillions: billions,
    mixtureOfExperts: true,
  })),
);
const points: fc.Arbitrary<OperatingPoint> = fc.record({
  accelerator: fc.constantFrom(...ACCELERATORS),
  acceleratorsPerReplica: fc.constantFrom(1, 2, 4, 8, 16),
  weightBits: fc.constantFrom(4.25, 8, 16),
  concurrentSequences: fc.double({ min: 1, max: 8192, noNaN: true }),
  contextTokens: fc.double({ min: 1, max: 100_000, noNaN: true }),
  engine: fc.constantFrom<(2025 | 2026)[]>(2025, 2026),
  speculation: fc.constantFrom<('none' | 'mtp')[]>('none', 'mtp'),
  disaggregated: fc.boolean(),
});
type Model = Parameters<typeof energyShape>[0];

function energyOf(model: Model, point: OperatingPoint, architecture?: Architecture) {
  return acceleratorEnergy(energyShape(model, architecture, coefficients), point, coefficients);
}

/** Rounding alone may turn two equal energies around. */
const ROUNDING = 1 + 1e-12;

/** Holds for output and input of every model at every operating point. */
function always(
  holds: (before: number, after: number) => boolean,
  change: (point: OperatingPoint) => Partial<OperatingPoint>,
  where: (point: OperatingPoint, model: Model) => boolean = () => true,
): void {
  fc.assert(
    fc.property(models, points, (model, point) => {
      fc.pre(where(point, model));
      const before = energyOf(model, point);
      const after = energyOf(model, { ...point, ...change(point) });
      return (
        holds(before.outputJoules, after.outputJoules) &&
        holds(before.inputJoules, after.inputJoules)
      );
    }),
  );
}

describe('the energy of a token', () => {
  const noMore = (before: number, after: number) => after <= before * ROUNDING;

  test('is a positive number for every model at every operating point', () => {
    always(
      (before) => before > 0 && Number.isFinite(before),
      () => ({}),
    );
  });

  test('never grows with the sequences decoded together', () => {
    always(noMore, ({ concurrentSequences }) => ({
      concurrentSequences: 2 * concurrentSequences,
    }));
  });

  test('never grows with fewer bits, but for the measured overhead of 8-bit mixtures', () => {
    always(
      noMore,
      ({ weightBits }) => ({ weightBits: weightBits === 16 ? 8 : 4.25 }),
      ({ weightBits, engine, accelerator }, { mixtureOfExperts }) =>
        !(
          weightBits === 16 &&
          mixtureOfExperts &&
          (engine === 2025 || DESIGN_OF[accelerator].family === 'Blackwell')
        ),
    );
  });

  test('changes little where the bits change little: between formats there is no step', () => {
    fc.assert(
      fc.property(
        models,
        points,
        fc.double({ min: 4, max: 16, noNaN: true }),
        (model, point, bits) => {
          const joules = (weightBits: number) =>
            energyOf(model, { ...point, weightBits }).outputJoules;
          return Math.abs(joules(bits + 1e-6) / joules(bits) - 1) < 1e-4;
        },
      ),
    );
  });

  test('grows with the active parameters and with the context', () => {
    fc.assert(
      fc.property(models, points, (model, point) => {
        const joules = energyOf(model, point).outputJoules;
        const larger = {
          ...model,
          activeBillions: 2 * model.activeBillions,
          totalBillions: 2 * model.totalBillions,
        };
        const longer = { ...point, contextTokens: 2 * point.contextTokens };
        return (
          energyOf(larger, point).outputJoules > joules &&
          energyOf(model, longer).outputJoules > joules
        );
      }),
    );
  });

  test('is as published figures take it where nothing is known of the serving', () => {
    expect(PLAIN_SERVING).toEqual({ engine: 2026, speculation: 'none', disaggregated: false });
  });
});

describe('the most sequences in memory', () => {
  const full: Architecture = {
    layers: 60,
    fullAttentionLayers: 60,
    slidingWindowLayers: 0,
    slidingWindowTokens: 0,
    kvWidth: 1024,
    hybridStateSpace: false,
  };
  const size = { activeBillions: 30, totalBillions: 30, mixtureOfExperts: false };
  const most = (architecture: Architecture, tokensPerSequence: number) =>
    sequencesInMemory(energyShape(size, architecture, coefficients), {
      weightBits: 16,
      replicaGigabytes: 160,
      tokensPerSequence,
    });

  test('are as many caches as fit beside the weights into nine tenths of it', () => {
    expect(most(full, 1000)).toBeCloseTo((0.9 * 160 - 60) / ((2 * 60 * 1024 * 1000) / 1e9), 6);
  });

  test('are as few where attention reads a selection: all of the cache is kept', () => {
    const chosen = { layers: 60, kvWidth: 1024, tokensPerEntry: 1, mostEntries: 128 };
    const sparse = { ...full, fullAttentionLayers: 0, selectiveAttention: [chosen] };
    expect(most(sparse, 1000)).toBeCloseTo(most(full, 1000), 6);
  });

  test('are one at least, since the replica runs', () => {
    expect(most(full, 1e9)).toBe(1);
  });
});

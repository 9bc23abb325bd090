import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceleratorEnergy,
  type OperatingPoint,
  PLAIN_SERVING,
} from '../../../src/estimation/accelerator.ts';
import { energyShape, weightGigabytesPerStep } from '../../../src/estimation/energy-shape.ts';
import {
  createEstimator,
  drawModel,
  type ModelEstimate,
} from '../../../src/estimation/estimate.ts';
import { acceleratorsForWeights } from '../../../src/estimation/market.ts';
import { measuredCorrectionLn } from '../../../src/estimation/measured-run.ts';
import { boundariesOf } from '../../../src/estimation/model-boundaries.ts';
import { prepare } from '../../../src/estimation/preparation.ts';
import type { SizedModel } from '../../../src/estimation/sized-model.ts';
import { inputOf, method, place, placeOn, pricedModel, sizedModel } from './method-under-test.ts';

const estimate = createEstimator(method);
const sized = (model: Partial<SizedModel>): ModelEstimate =>
  estimate(inputOf({ ...sizedModel(20, 200), ...model }));

const tokenKinds = [
  'perThousandOutputTokens',
  'perThousandInputTokens',
  'perThousandCachedInputTokens',
] as const;

describe('an estimate', () => {
  test('is a range of positive numbers in order, for every size and price', () => {
    const models = fc.oneof(
      fc
        .record({
          total: fc.double({ min: 0.1, max: 3000, noNaN: true }),
          share: fc.double({ min: 0.02, max: 1, noNaN: true }),
        })
        .map(({ total, share }) =>
          sized({ total, active: total * share, mixtureOfExperts: share < 1 }),
        ),
      fc
        .record({
          input: fc.double({ min: 0.01, max: 100, noNaN: true }),
          output: fc.double({ min: 0.01, max: 600, noNaN: true }),
        })
        .map(({ input, output }) =>
          estimate(
            inputOf({
              tier: 'price',
              inputUsdPerMillionTokens: input,
              outputUsdPerMillionTokens: output,
            }),
          ),
        ),
    );
    fc.assert(
      fc.property(models, (model) => {
        for (const kind of tokenKinds) {
          for (const quantity of ['gramsCO2e', 'wattHours', 'millilitresWater'] as const) {
            const { low, central, high } = model[kind][quantity];
            expect(low).toBeGreaterThan(0);
            expect(low).toBeLessThanOrEqual(central);
            expect(central).toBeLessThanOrEqual(high);
            expect(high).toBeLessThan(Number.POSITIVE_INFINITY);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('grows with active parameters, with total parameters and with price', () => {
    const grams = ({ perThousandOutputTokens: { gramsCO2e } }: ModelEstimate) => gramsCO2e;
    const pairs = [
      [sized({ active: 20 }), sized({ active: 40 })],
      [sized({ total: 200 }), sized({ total: 400 })],
      [1, 2].map((usd) => estimate(inputOf(pricedModel(usd)))),
    ];
    for (const [less, more] of pairs) {
      expect(grams(less!).low).toBeLessThan(grams(more!).low);
      expect(grams(less!).central).toBeLessThan(grams(more!).central);
      expect(grams(less!).high).toBeLessThan(grams(more!).high);
    }
  });

  test('counts cached input below input and input below output', () => {
    const model = sized({});
    const [output, input, cached] = tokenKinds.map((kind) => model[kind].gramsCO2e.central);
    expect(cached).toBeLessThan(input!);
    expect(input).toBeLessThan(output!);
  });

  test('nests its boundaries: accelerators, server, facility, facility and embodied', () => {
    const boundaries = boundariesOf(drawModel(inputOf(sizedModel(20, 200)), prepare(method)));
    for (const kind of tokenKinds) {
      const { accelerators, server, facility, facilityAndEmbodied } = boundaries[kind];
      expect(facilityAndEmbodied).toEqual(sized({})[kind].gramsCO2e);
      for (const percentile of ['low', 'central', 'high'] as const) {
        expect(accelerators[percentile]).toBeLessThan(server[percentile]);
        expect(server[percentile]).toBeLessThan(facility[percentile]);
        expect(facility[percentile]).toBeLessThan(facilityAndEmbodied[percentile]);
      }
    }
  });

  test('is wider the less is known: architecture, parameters, a range of parameters', () => {
    const width = (model: ModelEstimate) => {
      const { low, high } = model.perThousandOutputTokens.acceleratorJoulesPerToken;
      return high / low;
    };
    const knownSize = sized({});
    expect(width(sized({ tier: 'architecture' }))).toBeLessThan(width(knownSize));
    expect(width(knownSize)).toBeLessThan(
      width(sized({ active: { low: 7, high: 60 }, total: { low: 70, high: 600 } })),
    );
  });

  test('is the same twice, from two estimators', () => {
    const input = inputOf(pricedModel(3));
    expect(createEstimator(method)(input)).toEqual(estimate(input));
  });

  test('in grams falls with a cleaner grid, while its electricity and its embodied share stay', () => {
    const model = sizedModel(8);
    const dirty = estimate(inputOf(model, placeOn(600)));
    const clean = estimate(inputOf(model, placeOn(30)));
    expect(clean.perThousandOutputTokens.wattHours).toEqual(
      dirty.perThousandOutputTokens.wattHours,
    );
    const ratio =
      clean.perThousandOutputTokens.gramsCO2e.central /
      dirty.perThousandOutputTokens.gramsCO2e.central;
    expect(ratio).toBeGreaterThan(30 / 600);
    expect(ratio).toBeLessThan(0.25);
  });

  test('counts PUE once in water: with on-site water alone, PUE changes nothing', () => {
    const model = sizedModel(8);
    const none = { low: 0, central: 0, high: 0 };
    const water = (pue: number) =>
      estimate(
        inputOf(model, {
          ...place,
          powerUsageEffectiveness: { low: pue, central: pue, high: pue },
          sites: place.sites.map((site) => ({ ...site, waterOffSiteLitresPerKilowattHour: none })),
        }),
      ).perThousandOutputTokens.millilitresWater;
    expect(water(1)).toEqual(water(2));
  });
});

describe('what hosts ask, beside what the equation says', () => {
  const offers = (usd: number, hosts = 3) =>
    Array.from({ length: hosts }, () => ({
      inputUsdPerMillionTokens: usd,
      outputUsdPerMillionTokens: 4 * usd,
    }));
  const joules = (model: Partial<SizedModel>) =>
    sized(model).perThousandOutputTokens.acceleratorJoulesPerToken;
  const alone = joules({});

  test('moves the estimate towards what the price says, and never all the way', () => {
    const cheap = joules({ offers: offers(0.01) });
    const dear = joules({ offers: offers(10) });
    expect(cheap.central).toBeLessThan(alone.central);
    expect(dear.central).toBeGreaterThan(alone.central);
    const { slope } = method.price;
    expect(Math.log(dear.central / cheap.central)).toBeLessThan(0.9 * slope * Math.log(1000));
  });

  test('narrows it, more where many hosts ask a price than where one does', () => {
    const width = ({ low, high }: { low: number; high: number }) => high / low;
    expect(width(joules({ offers: offers(0.3, 1) }))).toBeLessThan(width(alone));
    expect(width(joules({ offers: offers(0.3, 3) }))).toBeLessThan(
      width(joules({ offers: offers(0.3, 1) })),
    );
  });

  test('is nothing where they ask nothing', () => {
    expect(joules({ offers: offers(0) })).toEqual(alone);
    expect(joules({ offers: [] })).toEqual(alone);
  });

  test('keeps the price from being counted twice: a closed model has its line’s spread alone', () => {
    const { sdLn, inputOverOutput } = method.price.closed;
    const { low, high } = estimate(inputOf(pricedModel(2))).perThousandOutputTokens
      .acceleratorJoulesPerToken;
    const most = 2 * 1.645 * Math.hypot(sdLn, inputOverOutput.sdLn);
    expect(Math.log(high / low)).toBeGreaterThan(0.97 * 2 * 1.645 * sdLn);
    expect(Math.log(high / low)).toBeLessThan(most);
  });
});

describe('the energy model', () => {
  const point: OperatingPoint = {
    ...PLAIN_SERVING,
    accelerator: 'H100',
    acceleratorsPerReplica: 1,
    weightBits: 16,
    concurrentSequences: 64,
    contextTokens: 2000,
  };
  const dense = { activeBillions: 8, totalBillions: 8, mixtureOfExperts: false };
  const output = (change: Partial<OperatingPoint>) =>
    acceleratorEnergy(
      energyShape(dense, undefined, method.accelerator),
      { ...point, ...change },
      method.accelerator,
    ).outputJoules;

  test('takes less per token the more sequences are decoded together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (b) => {
        expect(output({ concurrentSequences: b + 1 })).toBeLessThan(
          output({ concurrentSequences: b }),
        );
      }),
    );
  });

  test('takes more the longer the context and the more accelerators a replica has', () => {
    expect(output({ contextTokens: 4000 })).toBeGreaterThan(output({ contextTokens: 2000 }));
    expect(output({ acceleratorsPerReplica: 2 })).toBeGreaterThan(output({}));
  });

  test('reads a mixture’s experts more completely the more sequences share a step, never beyond its weights', () => {
    const mixture = { activeBillions: 3, totalBillions: 30, mixtureOfExperts: true };
    const shape = energyShape(mixture, undefined, method.accelerator);
    const gigabytesPerStep = (b: number) => weightGigabytesPerStep(shape, 16, b);
    expect(gigabytesPerStep(1)).toBeCloseTo(6, 9);
    expect(gigabytesPerStep(8)).toBeGreaterThan(gigabytesPerStep(1));
    expect(gigabytesPerStep(10_000)).toBeCloseTo(60, 9);
  });

  test('holds weights on a power of two of accelerators', () => {
    const { serving } = method;
    expect(acceleratorsForWeights(8, 16, 80, serving)).toBe(1);
    expect(acceleratorsForWeights(70, 16, 80, serving)).toBe(4);
    expect(acceleratorsForWeights(70, 16, 180, serving)).toBe(1);
    expect(acceleratorsForWeights(671, 8, 80, serving)).toBe(16);
  });
});

describe('a model’s own measurements', () => {
  const spread = { sdLnBetweenModels: 0.155, sdLnWithinCell: 0.139 };
  const twice = (cell: string) => ({ cell, measuredJoules: 2, predictedJoules: 1 });

  test('say nothing where there are none', () => {
    expect(measuredCorrectionLn([], spread)).toBe(0);
  });

  test('move the estimate towards themselves, more with every cell, never all the way', () => {
    const one = measuredCorrectionLn([twice('a')], spread);
    const three = measuredCorrectionLn(['a', 'b', 'c'].map(twice), spread);
    expect(one).toBeCloseTo((Math.LN2 * 0.155 ** 2) / (0.155 ** 2 + 0.139 ** 2), 12);
    expect(three).toBeGreaterThan(one);
    expect(three).toBeLessThan(Math.LN2);
  });

  test('count a cell once, however many rows it has', () => {
    const rows = [twice('a'), twice('a'), twice('a'), { ...twice('b'), measuredJoules: 1 }];
    const cells = [twice('a'), { ...twice('b'), measuredJoules: 1 }];
    expect(measuredCorrectionLn(rows, spread)).toBeCloseTo(measuredCorrectionLn(cells, spread), 12);
  });
});

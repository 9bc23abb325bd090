import { describe, expect, test } from 'vitest';
import { compareWorkloads } from '../../../src/estimation/comparison.ts';
import { prepareEndpointComparison } from '../../../src/estimation/endpoint-comparison.ts';
import {
  drawModel,
  estimateWorkload,
  prepareUnserved,
  rangesOf,
} from '../../../src/estimation/estimate.ts';
import type { Place } from '../../../src/estimation/facility.ts';
import { type EstimationInput, prepare } from '../../../src/estimation/preparation.ts';
import type { Range } from '../../../src/estimation/ranges.ts';
import { AS_SERVED, underScenario } from '../../../src/estimation/scenario.ts';
import { hostsSdLn, type ServingEndpoint } from '../../../src/estimation/serving.ts';
import { SERVING_CLASSES } from '../../../src/estimation/serving-classes.ts';
import { PER_THOUSAND_OUTPUT_TOKENS } from '../../../src/estimation/workload.ts';
import { inputOf, method, place, placeOn, servedAt, sizedModel } from './method-under-test.ts';

const preparation = prepare(method);
const model = sizedModel(8, 8, 'architecture');
const input = (endpoints: readonly ServingEndpoint[]): EstimationInput => ({
  ...inputOf(model),
  endpoints,
});
const grams = (endpoints: readonly ServingEndpoint[]) =>
  rangesOf(drawModel(input(endpoints), preparation)).perThousandOutputTokens.gramsCO2e;
const alike = (...endpoints: Omit<ServingEndpoint, 'share'>[]): ServingEndpoint[] =>
  endpoints.map((endpoint) => ({ share: 1 / endpoints.length, ...endpoint }));
const width = ({ low, high }: Range) => high / low;

describe('a model with several endpoints', () => {
  test('emits the mean of them in every draw, by their shares', () => {
    const [clean, dirty] = [placeOn(21), placeOn(485)];
    const { factor } = drawModel(
      input([
        { share: 0.25, place: clean },
        { share: 0.75, place: dirty },
      ]),
      preparation,
    ).serving;
    const mean = factor('facilityGrams');
    const of = (at: Place) => preparation.factorsOf(at).facilityGrams;
    for (const draw of [0, 17, 4095]) {
      expect(mean[draw]).toBeCloseTo(0.25 * of(clean)[draw]! + 0.75 * of(dirty)[draw]!, 12);
    }
  });

  test('weighs their places by the energy that each takes, not by requests alone', () => {
    const [clean, dirty] = [placeOn(21), placeOn(485)];
    const heavyOnTheDirty = grams(
      alike({ place: clean, servedBits: 4.25 }, { place: dirty, servedBits: 16 }),
    );
    const heavyOnTheClean = grams(
      alike({ place: clean, servedBits: 16 }, { place: dirty, servedBits: 4.25 }),
    );
    expect(heavyOnTheDirty.central).toBeGreaterThan(1.05 * heavyOnTheClean.central);
  });

  test('is better known than one of them: the more hosts, up to four, the narrower', () => {
    const widths = [1, 2, 4, 8].map((count) =>
      width(grams(alike(...Array.from({ length: count }, () => ({ place }))))),
    );
    expect(widths[1]).toBeLessThan(0.9 * widths[0]!);
    expect(widths[2]).toBeLessThan(0.95 * widths[1]!);
    expect(widths[3]).toBeCloseTo(widths[2]!, 10);
  });

  test('without any endpoint is refused, not estimated', () => {
    expect(() => grams([])).toThrow(RangeError);
  });
});

describe('how far hosts are from the market', () => {
  const { serving } = method;
  const at = (classes: Place['classes']) => ({ share: 1, place: { classes } });

  test('is the less the more is known of them', () => {
    const nothing = hostsSdLn([at(undefined)], serving);
    const precision = hostsSdLn([{ ...at(undefined), servedBits: 8 }], serving);
    const machines = hostsSdLn([at(['hopper'])], serving);
    expect(nothing).toBeCloseTo(serving.hostSdLn.nothingKnown, 12);
    expect(precision).toBeCloseTo(serving.hostSdLn.precisionStated, 12);
    expect(machines).toBeCloseTo(serving.classes.hopper.hostSdLn, 12);
  });

  test('is that of the class that varies most where a host has several', () => {
    const names = SERVING_CLASSES.filter((one) => serving.classes[one].hostSdLn > 0);
    const spreads = names.map((one) => hostsSdLn([at([one])], serving));
    expect(new Set(spreads).size).toBeGreaterThan(1);
    expect(hostsSdLn([at(names)], serving)).toBeCloseTo(Math.max(...spreads), 12);
  });

  test('does not average out where one host has nearly all of the shares', () => {
    const [large, small] = [
      { ...at(undefined), share: 0.97 },
      { ...at(undefined), share: 0.03 },
    ];
    expect(hostsSdLn([large, small], serving)).toBeGreaterThan(
      0.95 * hostsSdLn([at(undefined)], serving),
    );
  });
});

test('a model takes by its endpoints’ shares what it takes, whatever was asked of it before', () => {
  const shared = (share: number): ServingEndpoint[] => [
    { place, servedBits: 4.25, share },
    { place, servedBits: 16, share: 1 - share },
  ];
  const unserved = prepareUnserved(input(shared(0.1)), preparation);
  const before = rangesOf(unserved.servedBy(shared(0.1))());
  const after = rangesOf(unserved.servedBy(shared(0.9))());
  expect(after).not.toEqual(before);
  expect(after).toEqual(rangesOf(drawModel(input(shared(0.9)), preparation)));
});

describe('machines that a host is known to have', () => {
  test('move its figure the way their class does', () => {
    const on = (...classes: NonNullable<Place['classes']>) =>
      grams(servedAt({ ...place, classes })).central;
    expect(on('rack')).toBeLessThan(on('blackwell-node', 'rack'));
    expect(on('blackwell-node', 'rack')).toBeLessThan(on('hopper'));
  });

  test('narrow it, for their class varies less than all machines do', () => {
    const known = servedAt({ ...place, classes: ['hopper'] });
    expect(width(grams(known))).toBeLessThan(0.75 * width(grams(servedAt(place))));
  });
});

describe('a place on several grids', () => {
  const [clean, dirty] = [placeOn(21).sites[0]!, placeOn(485).sites[0]!];
  const between = (cleanShare: number, id = 'between'): Place => ({
    ...place,
    id,
    sites: [
      { ...clean, share: cleanShare },
      { ...dirty, share: 1 - cleanShare },
    ],
  });
  const gridOf = (at: Place) =>
    preparation.factorsOf(at).acceleratorsGrams.map((perJoule) => perJoule * 3.6e6);
  const mean = (column: Float64Array) => column.reduce((sum, one) => sum + one, 0) / column.length;

  test('stands on their mean, by the shares', () => {
    // The factors around the mean have a mean of their own a little above 1.
    expect(mean(gridOf(between(0.25))) / (0.25 * 21 + 0.75 * 485)).toBeCloseTo(1.01, 1);
  });

  test('is the less sure of it the further its grids lie apart', () => {
    const spread = (column: Float64Array) => {
      const sorted = column.toSorted();
      return sorted[3890]! / sorted[204]!;
    };
    expect(spread(gridOf(between(0.5)))).toBeGreaterThan(1.5 * spread(gridOf(placeOn(253))));
  });

  test('is the same place for all models on it: the grid cancels between them', () => {
    const served = (drawnAs: string, at: Place) => ({
      input: inputOf(model, at, drawnAs),
      workload: PER_THOUSAND_OUTPUT_TOKENS,
    });
    const sameHost = compareWorkloads(
      served('maker/one', between(0.5)),
      served('maker/other', between(0.5)),
      preparation,
    ).ratio;
    const twoHosts = compareWorkloads(
      served('maker/one', between(0.5)),
      served('maker/other', between(0.5, 'elsewhere')),
      preparation,
    ).ratio;
    expect(width(twoHosts)).toBeGreaterThan(1.2 * width(sameHost));
  });
});

describe('the probability that an endpoint emits least', () => {
  const probabilitiesOfLeast = prepareEndpointComparison(preparation);
  const between = (...endpoints: Omit<ServingEndpoint, 'share'>[]) => {
    const served = input(alike(...endpoints));
    return probabilitiesOfLeast(prepareUnserved(served, preparation), served.endpoints);
  };

  test('adds up to 1 over the endpoints of a model', () => {
    const probabilities = between(
      ...[21, 389, 485].map((gridGrams) => ({ place: placeOn(gridGrams) })),
    );
    expect(probabilities.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1, 10);
  });

  test('is about even for two hosts of which the same is known: hosts differ all the same', () => {
    const [one] = between({ place: placeOn(389, 'one') }, { place: placeOn(389, 'other') });
    expect(one).toBeGreaterThan(0.45);
    expect(one).toBeLessThan(0.55);
  });

  test('is high, and not certain, for Sweden against China', () => {
    const [sweden] = between({ place: placeOn(21) }, { place: placeOn(485) });
    expect(sweden).toBeGreaterThan(0.8);
    expect(sweden).toBeLessThan(0.995);
  });
});

describe('a scenario', () => {
  const published = input(alike({ place: placeOn(21), servedBits: 8 }, { place: placeOn(485) }));
  const outputOf = (scenario: Parameters<typeof underScenario>[0]) =>
    rangesOf(drawModel(underScenario(scenario)(published), preparation), scenario.boundary)
      .perThousandOutputTokens;
  const site = placeOn(31).sites[0]!;

  test('that changes nothing gives the published figures', () => {
    expect(underScenario(AS_SERVED)(published)).toBe(published);
    expect(outputOf(AS_SERVED).gramsCO2e).toEqual(
      estimateWorkload(published, PER_THOUSAND_OUTPUT_TOKENS, preparation).gramsCO2e,
    );
  });

  test('with one grid is one grid for all models: nothing of it is left between two', () => {
    const on = (drawnAs: string, at: Place) => ({
      input: underScenario({ ...AS_SERVED, site })(inputOf(model, at, drawnAs)),
      workload: PER_THOUSAND_OUTPUT_TOKENS,
    });
    const here = compareWorkloads(
      on('maker/one', placeOn(21)),
      on('maker/other', placeOn(21)),
      preparation,
    );
    const there = compareWorkloads(
      on('maker/one', placeOn(21)),
      on('maker/other', placeOn(485)),
      preparation,
    );
    expect(there.ratio.high / here.ratio.high).toBeCloseTo(1, 10);
  });

  test('with a value that a reader typed takes it as exact, a zone with its spread', () => {
    const zone = outputOf({ boundary: 'accelerators', site }).gramsCO2e;
    const typed = outputOf({ boundary: 'accelerators', site: { ...site, exact: true } });
    expect(width(typed.gramsCO2e)).toBeLessThan(width(zone));
    expect(typed.gramsCO2e.central).toBeCloseTo((31 * typed.wattHours.central) / 1000, 10);
  });

  test('counts less the nearer its boundary is to the accelerators', () => {
    const medians = (['accelerators', 'server', 'facility', 'facilityAndEmbodied'] as const).map(
      (boundary) => outputOf({ boundary }).gramsCO2e.central,
    );
    expect(medians).toEqual(medians.toSorted((a, b) => a - b));
    expect(new Set(medians).size).toBe(4);
  });

  test('with a PUE of 1 leaves the facility nothing beyond its servers', () => {
    const pue = { powerUsageEffectiveness: 1 };
    expect(outputOf({ boundary: 'facility', ...pue }).gramsCO2e).toEqual(
      outputOf({ boundary: 'server', ...pue }).gramsCO2e,
    );
  });
});

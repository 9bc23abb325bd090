import { describe, expect, test } from 'vitest';
import { compareModels } from '../../../src/estimation/comparison.ts';
import { product } from '../../../src/estimation/draws.ts';
import { prepareEndpointComparison } from '../../../src/estimation/endpoint-comparison.ts';
import { type EstimationInput, estimateModel } from '../../../src/estimation/estimate.ts';
import type { Place } from '../../../src/estimation/facility.ts';
import { energyDraws, prepare } from '../../../src/estimation/preparation.ts';
import { rangeOf, scaleRange } from '../../../src/estimation/ranges.ts';
import { AS_SERVED, underScenario } from '../../../src/estimation/scenario.ts';
import type { ServingEndpoint } from '../../../src/estimation/serving.ts';
import { method, place, placeOn, servedAt } from './method-under-test.ts';

const preparation = prepare(method);
const model: EstimationInput['model'] = {
  tier: 'architecture',
  active: 8,
  total: 8,
  mixtureOfExperts: false,
  precision: {},
};
const grams = (endpoints: readonly ServingEndpoint[]) =>
  estimateModel({ model, endpoints }, preparation).perThousandOutputTokens.gramsCO2e;
const halves = (...endpoints: Omit<ServingEndpoint, 'share'>[]): ServingEndpoint[] =>
  endpoints.map((endpoint) => ({ share: 1 / endpoints.length, ...endpoint }));

/** All draws of each endpoint by itself, thrown together: the mixture, got another way. */
function pooled(endpoints: readonly ServingEndpoint[]) {
  const columns = endpoints.map(({ place: at, servedBits }) => {
    const { outputJoules } = energyDraws(model, () => servedBits, preparation);
    return product(outputJoules, preparation.factorsOf(at).facilityAndEmbodiedGrams);
  });
  return scaleRange(rangeOf(Float64Array.from(columns.flatMap((column) => [...column]))), 1000);
}

describe('a model with several endpoints', () => {
  test.each([
    ['two grids', halves({ place: placeOn(21) }, { place: placeOn(485) })],
    ['two formats', halves({ place, servedBits: 16 }, { place, servedBits: 4.25 })],
    [
      'four places',
      halves(...[21, 31, 389, 485].map((gridGrams) => ({ place: placeOn(gridGrams) }))),
    ],
  ])('on %s has the range of all their draws together', (_, endpoints) => {
    const mixture = grams(endpoints);
    const together = pooled(endpoints);
    for (const percentile of ['low', 'central', 'high'] as const) {
      expect(Math.abs(mixture[percentile] / together[percentile] - 1)).toBeLessThan(0.04);
    }
  });

  test('that are all alike has the very range of one of them', () => {
    expect(grams(halves({ place }, { place }, { place }))).toEqual(grams(servedAt(place)));
  });

  test('has a range that reaches over those of its cleanest and its dirtiest endpoint', () => {
    const clean = grams(servedAt(placeOn(21)));
    const dirty = grams(servedAt(placeOn(485)));
    const mixture = grams(halves({ place: placeOn(21) }, { place: placeOn(485) }));
    expect(mixture.low).toBeLessThan(clean.central);
    expect(mixture.high).toBeGreaterThan(dirty.central);
    expect(clean.central).toBeLessThan(mixture.central);
    expect(mixture.central).toBeLessThan(dirty.central);
  });

  test('without any endpoint is refused, not estimated', () => {
    expect(() => grams([])).toThrow(RangeError);
  });
});

describe('a place on several grids', () => {
  const [clean, dirty] = [placeOn(21).sites[0]!, placeOn(485).sites[0]!];
  const between = (cleanShare: number): Place => ({
    ...place,
    id: 'between',
    sites: [
      { ...clean, share: cleanShare },
      { ...dirty, share: 1 - cleanShare },
    ],
  });

  test('is drawn from each by its share, not from their mean', () => {
    const { acceleratorsGrams } = preparation.factorsOf(between(0.25));
    const gridOf = (gramsPerJoule: number) => gramsPerJoule * 3.6e6;
    const cleanDraws = acceleratorsGrams.filter((factor) => gridOf(factor) < 100);
    expect(cleanDraws.length / acceleratorsGrams.length).toBeCloseTo(0.25, 3);
  });

  test('emits what two endpoints on one grid each emit', () => {
    const oneHost = grams(servedAt(between(0.5)));
    const twoHosts = pooled(halves({ place: placeOn(21) }, { place: placeOn(485) }));
    for (const percentile of ['low', 'central', 'high'] as const) {
      expect(Math.abs(oneHost[percentile] / twoHosts[percentile] - 1)).toBeLessThan(0.04);
    }
  });

  test('is the same place for all models on it: the grid cancels between them', () => {
    const twice = (id: string, at: Place) => ({ id, input: { model, endpoints: servedAt(at) } });
    const { ratio: sameHost } = compareModels(
      twice('maker/one', between(0.5)),
      twice('maker/other', between(0.5)),
      preparation,
    ).outputGramsCO2e;
    const { ratio: twoHosts } = compareModels(
      twice('maker/one', between(0.5)),
      twice('maker/other', { ...between(0.5), id: 'elsewhere' }),
      preparation,
    ).outputGramsCO2e;
    expect(sameHost.high / sameHost.low).toBeLessThan(4);
    expect(twoHosts.high / twoHosts.low).toBeGreaterThan(20);
  });
});

describe('the probability that an endpoint emits least', () => {
  const probabilitiesOfLeast = prepareEndpointComparison(preparation);

  test('adds up to 1 over the endpoints of a model', () => {
    const probabilities = probabilitiesOfLeast({
      model,
      endpoints: halves(...[21, 389, 485].map((gridGrams) => ({ place: placeOn(gridGrams) }))),
    });
    expect(probabilities.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1, 10);
  });

  test('is about even for two hosts of which the same is known: hosts differ all the same', () => {
    const [one] = probabilitiesOfLeast({
      model,
      endpoints: halves({ place: placeOn(389, 'one') }, { place: placeOn(389, 'other') }),
    });
    expect(one).toBeGreaterThan(0.45);
    expect(one).toBeLessThan(0.55);
  });

  test('is high, and not certain, for Sweden against China', () => {
    const [sweden] = probabilitiesOfLeast({
      model,
      endpoints: halves({ place: placeOn(21) }, { place: placeOn(485) }),
    });
    expect(sweden).toBeGreaterThan(0.8);
    expect(sweden).toBeLessThan(0.99);
  });
});

describe('a scenario', () => {
  const input: EstimationInput = {
    model,
    endpoints: halves({ place: placeOn(21), servedBits: 8 }, { place: placeOn(485) }),
  };
  const outputOf = (scenario: Parameters<typeof underScenario>[0]) =>
    estimateModel(underScenario(scenario)(input), preparation, scenario.boundary)
      .perThousandOutputTokens;
  const site = placeOn(31).sites[0]!;

  test('that changes nothing gives the published figures', () => {
    expect(underScenario(AS_SERVED)(input)).toBe(input);
    expect(outputOf(AS_SERVED)).toEqual(estimateModel(input, preparation).perThousandOutputTokens);
  });

  test('with one grid is the model served on that grid everywhere, its formats as they are', () => {
    const elsewhere = halves({ place: placeOn(31), servedBits: 8 }, { place: placeOn(31) });
    expect(outputOf({ ...AS_SERVED, site }).gramsCO2e).toEqual(grams(elsewhere));
  });

  test('with a value that a reader typed takes it as exact, a zone with its spread', () => {
    const width = ({ low, high }: { low: number; high: number }) => high / low;
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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWorkloads } from '../../../src/estimation/comparison.ts';
import { normalQuantile } from '../../../src/estimation/distributions.ts';
import { drawModel } from '../../../src/estimation/estimate.ts';
import { fnv1a } from '../../../src/estimation/own-draws.ts';
import { type EstimationInput, prepare } from '../../../src/estimation/preparation.ts';
import { metricDraws, RankCounter, rankModels } from '../../../src/estimation/ranking.ts';
import { referenceJoulesPerOutputToken } from '../../../src/estimation/reference-point.ts';
import {
  PER_THOUSAND_INPUT_TOKENS,
  PER_THOUSAND_OUTPUT_TOKENS,
  type Workload,
} from '../../../src/estimation/workload.ts';
import { inputOf, method, place, pricedModel, sizedModel } from './method-under-test.ts';

const preparation = prepare(method);
const dense = (billions: number) => sizedModel(billions, billions, 'architecture');
const named = (drawnAs: string, model: EstimationInput['model']) => inputOf(model, place, drawnAs);
const compare = (
  first: EstimationInput,
  second: EstimationInput,
  workload: Workload = PER_THOUSAND_OUTPUT_TOKENS,
) => compareWorkloads({ input: first, workload }, { input: second, workload }, preparation);

describe('comparing two models', () => {
  test('of one and the same kind says one in two, and a ratio around 1', () => {
    const comparison = compare(named('maker/one', dense(8)), named('maker/other', dense(8)));
    expect(comparison.probabilityLess).toBeGreaterThan(0.46);
    expect(comparison.probabilityLess).toBeLessThan(0.54);
    expect(comparison.ratio.central).toBeGreaterThan(0.93);
    expect(comparison.ratio.central).toBeLessThan(1.07);
  });

  test('of one model under two names, the second being other terms of sale, says it is one', () => {
    const plain = named('maker/plain', pricedModel(2));
    expect(compare(plain, { ...plain })).toEqual({
      probabilityLess: 0.5,
      probabilityLessServedAlike: 0.5,
      ratio: { low: 1, central: 1, high: 1, middleHalf: { low: 1, high: 1 } },
    });
  });

  test('of prices doubled gives what the line says: both residuals stay, all else cancels', () => {
    const {
      slope,
      closed: { sdLn, inputOverOutput },
    } = method.price;
    const { probabilityLess, ratio } = compare(
      named('maker/one', pricedModel(1)),
      named('maker/other', pricedModel(2)),
    );
    // P(z < slope ln 2 / (sd sqrt 2)), z standard normal; the split of input adds a little to sd.
    const tokens = method.price.inputTokensPerOutputToken * inputOverOutput.median;
    const sd = Math.hypot(sdLn, (inputOverOutput.sdLn * tokens) / (1 + tokens));
    const distance = (slope * Math.LN2) / (sd * Math.SQRT2);
    expect(Math.abs(normalQuantile(probabilityLess) - distance)).toBeLessThan(0.08);
    expect(Math.log(ratio.high / ratio.low) / (2 * 1.645 * sd * Math.SQRT2)).toBeCloseTo(1, 1);
  });

  test('of twice the parameters gives about twice the energy, and surely more if served alike', () => {
    const { ratio, probabilityLess, probabilityLessServedAlike } = compare(
      named('maker/small', dense(30)),
      named('maker/large', dense(60)),
    );
    expect(ratio.central).toBeGreaterThan(0.4);
    expect(ratio.central).toBeLessThan(0.7);
    expect(probabilityLessServedAlike).toBeGreaterThan(0.9);
    expect(probabilityLess).toBeLessThan(probabilityLessServedAlike - 0.05);
  });

  test('is the same seen from the other side', () => {
    const a = named('maker/a', dense(8));
    const b = named('maker/b', pricedModel(1));
    const there = compare(a, b, PER_THOUSAND_INPUT_TOKENS);
    const back = compare(b, a, PER_THOUSAND_INPUT_TOKENS);
    expect(there.probabilityLess + back.probabilityLess).toBeCloseTo(1, 12);
    expect(there.ratio.central * back.ratio.central).toBeCloseTo(1, 3);
  });

  test('seeds a model’s own draws by the FNV-1a hash of its id', () => {
    expect(fnv1a('')).toBe(0x811c9dc5);
    expect(fnv1a('a')).toBe(0xe40c292c);
    expect(fnv1a('foobar')).toBe(0xbf9cf968);
  });
});

describe('ranks', () => {
  test('are an interval: sure where models are far apart, wide where they are alike', () => {
    const models = [
      named('maker/tiny', dense(0.3)),
      named('maker/a', dense(30)),
      named('maker/b', dense(30)),
      named('maker/giant', dense(3000)),
    ];
    const ranks = rankModels(models.map((input) => metricDraws(drawModel(input, preparation)))).map(
      ({ outputGramsCO2e }) => outputGramsCO2e,
    );
    expect(ranks[0]).toEqual({ low: 1, central: 1, high: 1 });
    expect(ranks[1]).toMatchObject({ low: 2, high: 3 });
    expect(ranks[2]).toMatchObject({ low: 2, high: 3 });
    expect(ranks[3]).toEqual({ low: 4, central: 4, high: 4 });
  });

  test('count each draw once, and P5 to P95 of them', () => {
    const counter = new RankCounter(2);
    for (let draw = 0; draw < 100; draw += 1) {
      counter.count(Float64Array.of(draw, 9.5));
    }
    expect(counter.interval(0)).toEqual({ low: 1, central: 2, high: 2 });
    expect(counter.interval(1)).toEqual({ low: 1, central: 1, high: 2 });
  });

  test('are one more than the models that take less, whatever their values; equal ones share', () => {
    const values = fc.uniqueArray(fc.double({ min: 1e-9, max: 1e6, noNaN: true }), {
      minLength: 1,
      maxLength: 50,
      // What is alike to eleven digits counts as equal.
      selector: (value) => value.toPrecision(9),
    });
    fc.assert(
      fc.property(values, fc.nat(), (different, twice) => {
        const all = [...different, different[twice % different.length]!];
        const counter = new RankCounter(all.length);
        counter.count(Float64Array.from(all));
        for (const [model, value] of all.entries()) {
          const rank = 1 + all.filter((other) => other < value).length;
          expect(counter.interval(model)).toEqual({ low: rank, central: rank, high: rank });
        }
      }),
    );
  });
});

describe('the reference point', () => {
  test('has the form error alone as its range', () => {
    const range = referenceJoulesPerOutputToken(dense(8), method);
    expect(Math.log(range!.high / range!.low)).toBeCloseTo(
      2 * 1.6448536 * method.formErrorSdLn.architecture,
      5,
    );
  });

  test('is not given where the size is only roughly known', () => {
    expect(
      referenceJoulesPerOutputToken({ ...dense(8), total: { low: 6, high: 10 } }, method),
    ).toBeUndefined();
  });
});

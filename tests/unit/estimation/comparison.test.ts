import { describe, expect, test } from 'vitest';
import { compareModels, type IdentifiedInput } from '../../../src/estimation/comparison.ts';
import { normalQuantile } from '../../../src/estimation/distributions.ts';
import { fnv1a } from '../../../src/estimation/own-draws.ts';
import { prepare } from '../../../src/estimation/preparation.ts';
import { RankCounter, rankModels } from '../../../src/estimation/ranking.ts';
import { referenceJoulesPerOutputToken } from '../../../src/estimation/reference-point.ts';
import type { SizedModel } from '../../../src/estimation/sized-model.ts';
import { method, place, servedAt } from './method-under-test.ts';

const preparation = prepare(method);
const dense = (billions: number): SizedModel => ({
  tier: 'architecture',
  active: billions,
  total: billions,
  mixtureOfExperts: false,
  precision: { servedBits: 8 },
});
const named = (
  id: string,
  model: IdentifiedInput['input']['model'],
  grid = place,
): IdentifiedInput => ({
  id,
  input: { model, endpoints: servedAt(grid) },
});
const priced = (usd: number) =>
  ({ tier: 'price', inputUsdPerMillionTokens: usd, outputUsdPerMillionTokens: 4 * usd }) as const;

describe('comparing two models', () => {
  test('of one and the same kind says one in two, and a ratio around 1', () => {
    const { outputGramsCO2e: comparison } = compareModels(
      named('maker/one', dense(8)),
      named('maker/other', dense(8)),
      preparation,
    );
    expect(comparison.probabilityLess).toBeGreaterThan(0.47);
    expect(comparison.probabilityLess).toBeLessThan(0.53);
    expect(comparison.ratio.central).toBeGreaterThan(0.95);
    expect(comparison.ratio.central).toBeLessThan(1.05);
  });

  test('of an entry with itself says exactly one in two, and a ratio of exactly 1', () => {
    const self = named('maker/one', priced(2));
    const { outputGramsCO2e } = compareModels(self, self, preparation);
    expect(outputGramsCO2e).toEqual({
      probabilityLess: 0.5,
      ratio: { low: 1, central: 1, high: 1 },
    });
  });

  test('of prices doubled gives what the regression says: both residuals stay, all else cancels', () => {
    const { residualSdLn, slope } = method.price.output;
    const { outputGramsCO2e: comparison } = compareModels(
      named('maker/one', priced(1)),
      named('maker/other', priced(2)),
      preparation,
    );
    // P(z < slope ln 2 / (sd sqrt 2)), z standard normal.
    const distance = (slope * Math.LN2) / (residualSdLn * Math.SQRT2);
    expect(normalQuantile(comparison.probabilityLess)).toBeGreaterThan(distance - 0.07);
    expect(normalQuantile(comparison.probabilityLess)).toBeLessThan(distance + 0.07);
    const spread = Math.log(comparison.ratio.high / comparison.ratio.low);
    expect(spread).toBeCloseTo(2 * 1.645 * residualSdLn * Math.SQRT2, 0);
  });

  test('of twice the parameters gives about twice the energy, nearly surely', () => {
    const { outputGramsCO2e: comparison } = compareModels(
      named('maker/small', dense(30)),
      named('maker/large', dense(60)),
      preparation,
    );
    expect(comparison.ratio.central).toBeGreaterThan(0.4);
    expect(comparison.ratio.central).toBeLessThan(0.65);
    // ln 2 less what cache and layers do not double, against the form error twice.
    expect(comparison.probabilityLess).toBeGreaterThan(0.93);
  });

  test('is the same seen from the other side', () => {
    const a = named('maker/a', dense(8));
    const b = named('maker/b', priced(1));
    const there = compareModels(a, b, preparation).inputWattHours;
    const back = compareModels(b, a, preparation).inputWattHours;
    expect(there.probabilityLess + back.probabilityLess).toBeCloseTo(1, 12);
    expect(there.ratio.central * back.ratio.central).toBeCloseTo(1, 3);
  });

  test('knows differences better than levels: the ratio is narrower than either range', () => {
    const { outputGramsCO2e } = compareModels(
      named('maker/a', dense(8)),
      named('maker/b', dense(70)),
      preparation,
    );
    expect(outputGramsCO2e.ratio.high / outputGramsCO2e.ratio.low).toBeLessThan(6);
  });

  test('seeds a model’s own draws by the FNV-1a hash of its id', () => {
    expect(fnv1a('')).toBe(0x811c9dc5);
    expect(fnv1a('a')).toBe(0xe40c292c);
    expect(fnv1a('foobar')).toBe(0xbf9cf968);
  });
});

describe('ranks', () => {
  test('are an interval: sure where models are far apart, wide where they are alike', () => {
    const ranks = rankModels(
      [
        named('maker/tiny', dense(0.5)),
        named('maker/a', dense(30)),
        named('maker/b', dense(30)),
        named('maker/giant', dense(3000)),
      ],
      preparation,
    ).map(({ outputGramsCO2e }) => outputGramsCO2e);
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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timesDraws } from '../../../src/estimation/comparison.ts';
import { estimateWorkload } from '../../../src/estimation/estimate.ts';
import { frontOfDraws, type RatedDraws } from '../../../src/estimation/frontier.ts';
import { prepare } from '../../../src/estimation/preparation.ts';
import { rangeOf } from '../../../src/estimation/ranges.ts';
import { totalDraws } from '../../../src/estimation/total.ts';
import { PER_THOUSAND_OUTPUT_TOKENS } from '../../../src/estimation/workload.ts';
import { inputOf, method, place, pricedModel } from './method-under-test.ts';

const preparation = prepare(method);
const rated = (id: string, quality: number, usdPerMillionTokens: number) => ({
  quality,
  input: inputOf(pricedModel(usdPerMillionTokens / 4), place, `maker/${id}`),
});
const drawn = ({ quality, input }: ReturnType<typeof rated>): RatedDraws => ({
  quality,
  carbon: totalDraws([{ input, workload: PER_THOUSAND_OUTPUT_TOKENS }], preparation).gramsCO2e,
});
const draws = (quality: number, ...carbon: number[]): RatedDraws => ({
  quality,
  carbon: Float64Array.from(carbon),
});

describe('the front of quality against carbon', () => {
  test('is made of the same models when all are held against one of them', () => {
    const grams = [draws(40, 1, 2, 3), draws(50, 2, 1, 3), draws(30, 3, 0.5, 1)];
    const one = grams[1]!.carbon;
    const held = grams.map(({ quality, carbon }) => ({ quality, carbon: timesDraws(carbon, one) }));
    const front = frontOfDraws(held);
    expect(front.probabilities).toEqual(frontOfDraws(grams).probabilities);
    // It is once itself, in every draw.
    expect(front.steps[0]).toEqual({ quality: 50, carbon: rangeOf(new Float64Array(3).fill(1)) });
  });

  test('counts a model in each draw in which none of at least its quality emits less', () => {
    const { probabilities, meanSize } = frontOfDraws([
      draws(30, 1, 1, 9, 9),
      draws(50, 2, 2, 2, 2),
      draws(40, 3, 1, 1, 3),
      draws(10, 5, 5, 5, 5),
    ]);
    expect(probabilities).toEqual([0.5, 1, 0.5, 0]);
    expect(meanSize).toBe(2);
  });

  test('lets models of one quality compete: only the lesser is on it, both where they are equal', () => {
    const { probabilities } = frontOfDraws([draws(40, 1, 2, 3, 3), draws(40, 2, 1, 3, 4)]);
    expect(probabilities).toEqual([0.75, 0.5]);
  });

  test('says the same of every model as trying it against each other one', () => {
    const column = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 6, maxLength: 6 });
    const model = fc.record({ quality: fc.integer({ min: 1, max: 4 }), column });
    fc.assert(
      fc.property(fc.array(model, { minLength: 1, maxLength: 7 }), (models) => {
        const { probabilities } = frontOfDraws(
          models.map(({ quality, column: grams }) => draws(quality, ...grams)),
        );
        const tried = models.map(({ quality, column: own }) => {
          const on = own.filter(
            (grams, draw) =>
              !models.some((other) => other.quality >= quality && other.column[draw]! < grams),
          );
          return on.length / own.length;
        });
        expect(probabilities).toEqual(tried);
      }),
    );
  });

  test('lies where the least of all that are at least as good lies, falling with the quality asked for', () => {
    const { steps } = frontOfDraws([draws(30, 1, 1), draws(50, 4, 4), draws(40, 6, 6)]);
    expect(steps).toMatchObject([
      { quality: 50, carbon: { low: 4, central: 4, high: 4 } },
      { quality: 40, carbon: { low: 4, central: 4, high: 4 } },
      { quality: 30, carbon: { low: 1, central: 1, high: 1 } },
    ]);
  });

  test('always holds the best of all, and a model that is better and cheaper by far nearly always', () => {
    const { probabilities } = frontOfDraws(
      [rated('best', 60, 10), rated('dear', 40, 20), rated('frugal', 50, 0.05)].map(drawn),
    );
    const [best = 0, dear = 1, frugal = 0] = probabilities;
    expect(best).toBe(1);
    expect(dear).toBeLessThan(0.01);
    expect(frugal).toBeGreaterThan(0.99);
  });

  test('asks what a comparison asks: of two, the better is less with the pair’s probability', () => {
    const [better, other] = [rated('better', 60, 2), rated('other', 50, 1)];
    const [a, b] = [drawn(better).carbon, drawn(other).carbon];
    const less = b.filter((value, draw) => value < a[draw]!).length / b.length;
    const { probabilities } = frontOfDraws([better, other].map(drawn));
    expect(probabilities).toEqual([1, less]);
  });
});

describe('the range of a workload', () => {
  test('of input and output together is less wide than its parts laid end to end', () => {
    const { input } = rated('one', 50, 2);
    const part = (inputTokens: number, outputTokens: number) =>
      estimateWorkload(input, { inputTokens, outputTokens, cachedInputTokens: 0 }, preparation)
        .gramsCO2e;
    const [both, prompt, answer] = [part(1000, 300), part(1000, 0), part(0, 300)];
    expect(both.low).toBeGreaterThan(prompt.low + answer.low);
    expect(both.high).toBeLessThan(prompt.high + answer.high);
  });
});

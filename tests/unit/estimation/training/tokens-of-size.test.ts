import { describe, expect, test } from 'vitest';
import { TRAINING_METHOD } from '../../../../src/estimation/training/method.ts';
import {
  type KnownSize,
  tokensOfSize,
} from '../../../../src/estimation/training/tokens-of-size.ts';

const method = TRAINING_METHOD.tokensOfSize;
const { low: smallest, high: largest } = method.parameterBounds;
const model = (change: Partial<KnownSize>): KnownSize => ({
  totalParameters: 8e9,
  activeParameters: 8e9,
  year: method.firstYear,
  ...change,
});
const tokensIn = (change: Partial<KnownSize>) => tokensOfSize(model(change))?.tokens.median ?? 0;

describe('the tokens of a model of which the size alone is known', () => {
  test('grow year by year, and no further than was seen', () => {
    expect(
      tokensIn({ year: method.lastYear }) / tokensIn({ year: method.lastYear - 1 }),
    ).toBeCloseTo(method.factorPerYear, 9);
    expect(tokensIn({ year: method.lastYear + 3 })).toBe(tokensIn({ year: method.lastYear }));
  });

  test('grow with the parameters that work on one, never beyond what any run is known with', () => {
    const sizes = [smallest, 1e10, 1e11, largest].map((parameters) =>
      tokensIn({
        totalParameters: parameters,
        activeParameters: parameters,
        year: method.lastYear,
      }),
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(sizes[1]).toBeGreaterThan(sizes[0]!);
    for (const tokens of sizes) expect(tokens).toBeLessThanOrEqual(method.mostTokens);
  });

  test('are not guessed of years and sizes that it was not tried on', () => {
    for (const change of [
      { year: method.firstYear - 0.1 },
      { totalParameters: 0.9 * smallest },
      { totalParameters: 1.1 * largest },
    ]) {
      expect(tokensOfSize(model(change))).toBeUndefined();
    }
  });

  test('are of a mixture, less surely, where a late model is very large and nothing else is said', () => {
    const large = {
      totalParameters: 2 * method.mixtureAboveParameters,
      activeParameters: undefined,
    };
    const late = tokensOfSize(model({ ...large, year: method.mixturesFromYear }));
    const early = tokensOfSize(model({ ...large, year: method.mixturesFromYear - 0.1 }));
    expect(late?.activeParameters).toBe(method.activeShareOfMixture * large.totalParameters);
    expect(early?.activeParameters).toBe(large.totalParameters);
    expect(late?.tokens.sdLn).toBeGreaterThan(early?.tokens.sdLn ?? Number.NaN);
  });
});

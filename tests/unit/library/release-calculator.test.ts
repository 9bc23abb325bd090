import { describe, expect, test } from 'vitest';
import { OutOfBounds } from '../../../src/library/bounds.ts';
import { UnknownGrid } from '../../../src/library/grid-site.ts';
import type { PackagedRelease } from '../../../src/library/packaged-release.ts';
import {
  OtherMethod,
  ReleaseCalculator,
  TooLong,
  UnknownModel,
} from '../../../src/library/release-calculator.ts';
import { tokensJson } from '../../../src/library/rounding.ts';
import { packagedReleaseOf } from '../../../src/published/calculation-json.ts';
import { data, release as some } from '../release/some-models.ts';

// As a program gets it: through JSON.
const release: PackagedRelease = JSON.parse(
  JSON.stringify(packagedReleaseOf({ data, release: some })),
);
const calculator = new ReleaseCalculator(release);
const { models } = some;
const thousand = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 1000 };

describe('the calculator of a release', () => {
  test('gives every published figure again', () => {
    for (const { id, perThousandOutputTokens } of models.filter((_, index) => index % 5 === 0)) {
      expect(tokensJson(calculator.estimate(id, thousand))).toEqual(
        tokensJson(perThousandOutputTokens),
      );
    }
  });

  test('answers for variants and aliases, in any case', () => {
    const named = models.find(({ variants }) => variants.length > 0);
    expect(calculator.model(named!.variants[0]!.toUpperCase()).id).toBe(named!.id);
  });

  test('puts a model on one grid: a cleaner one emits less', () => {
    const { id } = models[0]!;
    const on = (grid: string | number) =>
      calculator.estimate(id, thousand, { grid }).gramsCO2e.central;
    expect(on('FR')).toBeLessThan(on('PL'));
    expect(on(50)).toBeLessThan(on(500));
    expect(on('France')).toBe(on('FR'));
  });

  test('answers with a range or a named error, whatever a caller without types hands over', () => {
    const { id } = models[0]!;
    const values: unknown[] = [
      0,
      1,
      -1,
      0.5,
      NaN,
      Infinity,
      1e300,
      '5',
      null,
      undefined,
      true,
      {},
      10n,
    ];
    const answer = (request: unknown, circumstances: unknown = {}) =>
      Reflect.apply(calculator.estimate, calculator, [id, request, circumstances]);
    const questions = [
      ...values.flatMap((input) =>
        values.map(
          (output) => () =>
            answer({ inputTokens: input, cachedInputTokens: 0, outputTokens: output }),
        ),
      ),
      ...['grid', 'powerUsageEffectiveness', 'boundary'].flatMap((name) =>
        [...values, '', '__proto__', -500, 2001].map(
          (value) => () => answer(thousand, { [name]: value }),
        ),
      ),
      ...[...values, [id], Object.create(null), Symbol('id')].map(
        (name) => () => Reflect.apply(calculator.estimate, calculator, [name, thousand]),
      ),
      () => calculator.total(Array(2)),
      ...values.map((requests) => () => answer({ ...thousand, requests })),
      ...values.flatMap((value) => [() => answer(value), () => answer(thousand, value)]),
      ...values.flatMap((value) =>
        [value, [value], [{ id, workload: value }]].map(
          (lines) => () => Reflect.apply(calculator.total, calculator, [lines]),
        ),
      ),
    ];
    for (const question of questions) {
      try {
        const { low, central, high } = question().gramsCO2e;
        expect(Number.isFinite(high) && low >= 0 && low <= central && central <= high).toBe(true);
      } catch (error) {
        expect(
          [OutOfBounds, UnknownGrid, TooLong, UnknownModel].some((kind) => error instanceof kind),
          String(error),
        ).toBe(true);
      }
    }
    expect(() => answer(thousand, { pue: 1.2 })).toThrow('circumstances has “pue”; only grid,');
    expect(() => answer({ ...thousand, input: 5 })).toThrow('the request has “input”; only');
    expect(() => answer({ inputTokens: -1, cachedInputTokens: 0, outputTokens: NaN })).toThrow(
      'inputTokens is -1; a number from 0 to 1000000000000000 was expected; outputTokens is NaN; a',
    );
  });

  test.each([
    [undefined, 'needs are undefined; an object'],
    [{}, 'features is undefined; a list of some of tools,'],
    [{ features: 'tools' }, 'features is “tools”; a list'],
    [{ features: ['tool'] }, 'features has “tool”; a list'],
    [{ features: [], minContext: 1 }, 'needs has “minContext”; only features,'],
    [{ features: [], leastContextTokens: '128k' }, 'leastContextTokens is “128k”; a number'],
    [{ features: [], mostUsdPerMillionTokens: NaN }, 'mostUsdPerMillionTokens is NaN; a number'],
    [{ features: [], level: 50 }, 'level is 50; an object'],
    [{ features: [], level: { index: 'beauty', least: 50 } }, 'level.index is “beauty”; one of'],
    [{ features: [], level: { index: 'coding', least: '50' } }, 'level.least is “50”; a number'],
  ])('says of needs that it cannot read what they are: %j', (needs, message) => {
    const recommend = () =>
      Reflect.apply(calculator.recommend, calculator, [needs, { ...thousand, requests: 1 }]);
    expect(recommend).toThrow(OutOfBounds);
    expect(recommend).toThrow(message);
  });

  test('names a part of a line that it does not read, and what is no release', () => {
    const line = { id: models[0]!.id, workload: thousand, share: 0.5 };
    expect(() => calculator.total([line])).toThrow(
      'a line has “share”; only id, workload are read',
    );
    const parts = [{ models: undefined }, { models: [null] }, { places: {} }, { method: 'v2' }];
    const broken = parts.map((part) => ({ ...release, ...part }));
    for (const none of [null, {}, 'release', ...broken]) {
      expect(() => Reflect.construct(ReleaseCalculator, [none])).toThrow(
        /^the release is .*expected/,
      );
    }
  });

  test('counts less up to a nearer boundary', () => {
    const { id } = models[0]!;
    const upTo = (boundary: 'accelerators' | 'facility') =>
      calculator.estimate(id, thousand, { boundary }).gramsCO2e.central;
    expect(upTo('accelerators')).toBeLessThan(upTo('facility'));
  });

  test('compares two models both ways round', () => {
    const [a, b] = models;
    const there = calculator.compare(a!.id, b!.id, thousand);
    const back = calculator.compare(b!.id, a!.id, thousand);
    expect(there.probabilityLess + back.probabilityLess).toBeCloseTo(1);
    expect(there.ratio.central * back.ratio.central).toBeCloseTo(1, 1);
  });

  test('refuses what it cannot compute, and says why', () => {
    const limited = release.models.find(({ contextTokens }) => contextTokens !== undefined);
    const long = { ...thousand, inputTokens: 1e9 };
    expect(() => calculator.estimate('maker/nothing', thousand)).toThrow(UnknownModel);
    expect(() => calculator.estimate(limited!.id, long)).toThrow(TooLong);
    expect(() => calculator.estimate(limited!.id, thousand, { grid: 'Atlantis' })).toThrow(
      UnknownGrid,
    );
    expect(() => new ReleaseCalculator({ ...release, methodVersion: '0.1' })).toThrow(OtherMethod);
  });
});

import { describe, expect, test } from 'vitest';
import {
  compareDisclosures,
  type EstimateOf,
  type JoulesAtLoadOf,
} from '../../../../src/calibration/validation/disclosures.ts';
import { Disclosure } from '../../../../src/catalog/disclosure.ts';
import type { Workload } from '../../../../src/estimation/workload.ts';

/** What a thousand output tokens take up to each boundary; input takes a tenth of it. */
const GRAMS = { accelerators: 0.1, server: 0.2, facility: 0.3, facilityAndEmbodied: 0.4 };
const WATT_HOURS = { accelerators: 0.5, server: 0.8, facility: 1, facilityAndEmbodied: 1 };
const range = (central: number) => ({ low: central / 2, central, high: 2 * central });

/** Estimates of the models named, each quantity of its own size, so that none is mistaken. */
const estimatesOf =
  (...ids: string[]): EstimateOf =>
  (id, { inputTokens, outputTokens, requests }, boundary) => {
    expect(requests).toBe(1);
    const scale = (outputTokens + inputTokens / 10) / 1000;
    return ids.includes(id)
      ? {
          gramsCO2e: range(scale * GRAMS[boundary]),
          wattHours: range(scale * WATT_HOURS[boundary]),
          millilitresWater: range(scale * 2),
        }
      : undefined;
  };
const estimates = estimatesOf('maker/model');
const noneAtLoad: JoulesAtLoadOf = () => undefined;

function disclosure(facts: Record<string, unknown>) {
  return Disclosure.parse({
    what: 'A reply',
    kind: 'measured',
    statedBy: 'others',
    unit: 'wattHours',
    boundary: 'facility',
    boundaryNote: 'All of it.',
    cases: [{ outputTokens: 1000, value: 1 }],
    comparedWith: ['maker/model'],
    sameModel: true,
    independentOfFit: true,
    how: 'read',
    source: { title: 'T', publisher: 'P', year: 2025, licence: 'facts only', read: 'primary' },
    ...facts,
  });
}

function compareOne(facts: Record<string, unknown>) {
  return compareDisclosures({ one: disclosure(facts) }, estimates, noneAtLoad).comparisons[0]!;
}

describe('a disclosure beside our range', () => {
  test.each([
    [1.9, 'inside'],
    [2.1, 'above'],
    [0.4, 'below'],
  ])('of %s Wh, with our range from 0.5 to 2, is %s', (value, verdict) => {
    expect(compareOne({ cases: [{ outputTokens: 1000, value }] }).verdict).toBe(verdict);
  });

  test('has the water that is stated of the same tokens beside ours', () => {
    const cases = [{ outputTokens: 500, value: 1, waterMillilitres: 9 }];
    expect(compareOne({ cases }).water).toEqual({ stated: 9, ours: range(1) });
    expect(compareOne({}).water).toBeNull();
  });

  test('counts input and output tokens', () => {
    const cases = [{ inputTokens: 5000, outputTokens: 2000, value: 1 }];
    expect(compareOne({ cases }).ours.central).toBeCloseTo(2 * 1 + 5 * 0.1);
  });

  test.each([
    ['wattHours', 'facility', 1],
    ['wattHours', 'server', 0.8],
    ['wattHours', 'accelerators', 0.5],
    ['joules', 'accelerators', 1800],
    ['joules', 'facility', 3600],
    ['gramsCO2e', 'accelerators', 0.1],
    ['gramsCO2e', 'server', 0.2],
    ['gramsCO2e', 'facility', 0.3],
    ['gramsCO2e', 'facility-and-embodied', 0.4],
  ])('in %s up to the %s is compared at that boundary', (unit, boundary, central) => {
    expect(compareOne({ unit, boundary }).ours.central).toBeCloseTo(central);
  });
});

test('at a load that is stated, the equation stands beside it', () => {
  const load = { concurrentSequences: 1, acceleratorCount: 2 };
  const [withLoad, without] = compareDisclosures(
    { stated: disclosure({ load }), unstated: disclosure({}) },
    estimates,
    (modelId, { concurrentSequences, acceleratorCount }, outputTokens) => {
      expect([modelId, outputTokens]).toEqual(['maker/model', 1000]);
      return { concurrentSequences, acceleratorCount, sixteenBitJoules: 20, eightBitJoules: 10 };
    },
  ).comparisons;
  expect(withLoad?.atStatedLoad).toEqual({ ...load, sixteenBitJoules: 20, eightBitJoules: 10 });
  expect(without?.atStatedLoad).toBeNull();
});

describe('the report on disclosures', () => {
  test('counts hits among those that are independent of the fit', () => {
    const report = compareDisclosures(
      {
        hit: disclosure({}),
        miss: disclosure({ cases: [{ outputTokens: 1000, value: 50 }] }),
        own: disclosure({ independentOfFit: false }),
      },
      estimates,
      noneAtLoad,
    );
    expect(report.comparisons).toHaveLength(3);
    expect(report.independent).toEqual([
      { kind: 'measured', figures: 2, inside: 1, above: 1, below: 0 },
    ]);
  });

  test('counts a figure once, however many models stand in for it, and by how it was come by', () => {
    const twice = { comparedWith: ['maker/model', 'maker/other'], sameModel: false };
    const report = compareDisclosures(
      {
        metered: disclosure({ ...twice, cases: [{ outputTokens: 1000, value: 50 }] }),
        modelled: disclosure({ ...twice, kind: 'modelled' }),
      },
      estimatesOf('maker/model', 'maker/other'),
      noneAtLoad,
    );
    expect(report.comparisons).toHaveLength(4);
    expect(report.independent).toEqual([
      { kind: 'measured', figures: 1, inside: 0, above: 1, below: 0 },
      { kind: 'modelled', figures: 1, inside: 1, above: 0, below: 0 },
    ]);
  });

  test('shows what is computed from another figure, but counts neither it nor its publisher', () => {
    const report = compareDisclosures(
      { first: disclosure({}), scaled: disclosure({ restsOn: 'first' }) },
      estimates,
      noneAtLoad,
    );
    expect(report.comparisons[1]?.remarks).toContain(
      'It is computed from another figure of this table: shown, not counted.',
    );
    expect(report.independent).toEqual([
      { kind: 'measured', figures: 1, inside: 1, above: 0, below: 0 },
    ]);
    expect(report.independentSources).toBe(1);
  });

  test('shows prompts beyond the contexts that the method covers, but does not count them', () => {
    const report = compareDisclosures(
      { long: disclosure({ cases: [{ inputTokens: 100_000, outputTokens: 1000, value: 1 }] }) },
      estimates,
      noneAtLoad,
    );
    expect(report.comparisons[0]?.beyondCoveredContext).toBe(true);
    expect(report.independent).toEqual([]);
  });

  test('takes a figure per token at the stated context, however many tokens it is of', () => {
    const asked: Workload[] = [];
    const tokens = { of: 'tokens', inputTokens: 1_000_000, outputTokens: 1000, value: 1 } as const;
    const report = compareDisclosures(
      { rate: disclosure({ cases: [tokens] }) },
      (id, workload, boundary) => {
        asked.push(workload);
        return estimates(id, { ...workload, requests: 1 }, boundary);
      },
      noneAtLoad,
    );
    expect(asked).toEqual([{ inputTokens: 1_000_000, cachedInputTokens: 0, outputTokens: 1000 }]);
    expect(report.comparisons[0]?.beyondCoveredContext).toBe(false);
  });

  test('keeps what cannot be compared, with the reason', () => {
    const report = compareDisclosures(
      {
        tokenless: disclosure({
          cases: [{ value: 1 }],
          comparedWith: undefined,
          sameModel: undefined,
          notComparable: 'No tokens.',
        }),
        unlisted: disclosure({ comparedWith: ['maker/gone'] }),
      },
      estimates,
      noneAtLoad,
    );
    expect(report.comparisons).toEqual([]);
    expect(report.notCompared.map(({ reason }) => reason)).toEqual([
      'No tokens.',
      'maker/gone has no estimate in this release.',
    ]);
  });
});

describe('the record of a disclosure', () => {
  test.each([
    ['neither comparison nor reason', { comparedWith: undefined, sameModel: undefined }],
    ['both comparison and reason', { notComparable: 'Why?' }],
    [
      'a load of what was not metered',
      { kind: 'modelled', load: { concurrentSequences: 1, acceleratorCount: 1 } },
    ],
    ['a comparison without tokens', { cases: [{ value: 1 }] }],
    ['a comparison without a boundary', { boundary: 'unstated' }],
    ['energy of embodied emissions', { boundary: 'facility-and-embodied' }],
    ['a value outside its own range', { cases: [{ outputTokens: 9, value: 1, low: 2 }] }],
  ])('is refused with %s', (_, facts) => {
    expect(() => disclosure(facts)).toThrow(/expected/);
  });
});

import { describe, expect, test } from 'vitest';
import { EMBODIED_KILOGRAMS, embodiedSum } from '../../../../src/catalog/embodied-sum.ts';
import { GridComparisonFile } from '../../../../src/catalog/grid-comparison.ts';
import { sharesByStatedBy } from '../../../../src/components/methodology/place/shares-by-stated-by.ts';
import { waterOfCountries } from '../../../../src/components/methodology/place/water-rows.ts';
import { workedExample } from '../../../../src/components/methodology/place/worked-example.ts';
import { gridsInUse } from '../../../../src/release/grids-in-use.ts';
import { inputRows } from '../../../../src/text/inputs.ts';
import { boundsText } from '../../../../src/text/numbers.ts';
import { data } from '../../estimation/method-under-test.ts';

/** An endpoint on some grids in equal parts, with its share of the model and its median in grams. */
function endpoint(zones: string[], share: number | undefined, central = 1) {
  return {
    share,
    host: { name: `host of ${zones.join(' and ')}` },
    estimate:
      share === undefined ? undefined : { perThousandOutputTokens: { gramsCO2e: { central } } },
    place: {
      zonesBasis: { statedBy: zones.includes('SE') ? ('operator' as const) : ('nobody' as const) },
      sites: zones.map((zone) => ({
        zone,
        name: zone,
        share: 1 / zones.length,
        gridGramsPerKilowattHour: zone === 'SE' ? 21 : 400,
      })),
    },
  };
}

const model = (...endpoints: ReturnType<typeof endpoint>[]) => ({ served: { endpoints } });

describe('the grids in use', () => {
  const models = [
    model(endpoint(['US', 'SE'], 0.5), endpoint(['US'], 0.5), endpoint(['FR'], undefined)),
    model(endpoint(['SE'], 1)),
  ];

  test('carry the whole serving together, every model counting alike, cleanest first', () => {
    expect(gridsInUse(models)).toEqual([
      {
        zone: 'SE',
        name: 'SE',
        gramsPerKilowattHour: 21,
        share: 0.625,
        hosts: ['host of SE', 'host of US and SE'],
      },
      {
        zone: 'US',
        name: 'US',
        gramsPerKilowattHour: 400,
        share: 0.375,
        hosts: ['host of US', 'host of US and SE'],
      },
    ]);
  });

  test('rest on what somebody says, or nobody', () => {
    expect(sharesByStatedBy(models)).toEqual({
      openrouter: 0,
      operator: 0.75,
      others: 0,
      nobody: 0.25,
    });
  });
});

describe('the worked example', () => {
  const near = model(endpoint(['US'], 0.4), endpoint(['FR'], 0.3, 2), endpoint(['SE'], 0.3, 3));
  const far = model(endpoint(['US'], 0.4), endpoint(['FR'], 0.3, 2), endpoint(['SE'], 0.3, 9));
  const oneCountry = model(
    endpoint(['US'], 0.4),
    endpoint(['US-MIDA-PJM'], 0.3, 2),
    endpoint(['US-NW-BPAT'], 0.3, 90),
  );
  const twoEstimated = model(
    endpoint(['US'], 0.5),
    endpoint(['FR'], 0.5, 90),
    endpoint(['SE'], undefined),
  );

  test('is the model of several countries whose endpoints lie furthest apart', () => {
    expect(workedExample([near, oneCountry, far, twoEstimated])).toBe(far);
  });

  test('is left out where no model has three estimated endpoints in several countries', () => {
    expect(workedExample([oneCountry, twoEstimated])).toBeUndefined();
  });
});

test('water is shown for the countries with least and most of it and those that serve most', () => {
  const figures = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const codes = ['AT', 'BE', 'CH', 'CN', 'DE', 'DK', 'ES', 'FI', 'FR', 'GB', 'IE', 'IS'];
  const file = {
    world: { litresPerKilowattHour: 4.5 },
    countries: Object.fromEntries(codes.map((code, index) => [code, figures[index] ?? 0])),
    lowShare: 0.5,
    highShare: 1.5,
    how: 'assumed' as const,
    sources: ['own-judgement'],
    note: '',
  };
  const grids = [...codes, 'SG', 'IL'].map((zone) => ({
    zone,
    name: zone,
    gramsPerKilowattHour: 100,
    share: ['DE', 'DK', 'ES', 'SG'].includes(zone) ? 0.2 : 0.01,
    hosts: [],
  }));
  const shown = waterOfCountries(grids, file);
  expect(shown.map(({ name }) => name)).toEqual([
    'Austria',
    'Belgium',
    'Switzerland',
    'World, for Singapore and Israel',
    'Germany',
    'Denmark',
    'Spain',
    'United Kingdom',
    'Ireland',
    'Iceland',
  ]);
  for (const { range } of shown) {
    expect(range.low).toBeLessThan(range.central);
    expect(range.central).toBeLessThan(range.high);
  }
});

test('bounds read as mode, low and high, as the data state them', () => {
  expect(boundsText({ low: 1.09, central: 1.14, high: 1.2 })).toBe('1.14 (1.09–1.20)');
});

test('the making of the hardware is the sum of its parts, over years that are named', () => {
  const { embodiedGramsPerKilowattHour: embodied } = data.factors.facility;
  const { kilograms, serverShare, gramsPerKilowattHour } = embodiedSum(embodied);
  expect(serverShare * kilograms).toBeCloseTo(EMBODIED_KILOGRAMS.server);
  expect(embodied.note).toContain(`${kilograms} kg CO2e per accelerator`);
  expect(Math.abs(embodied.median / gramsPerKilowattHour - 1)).toBeLessThan(0.1);
  const note = inputRows(data.factors).find(({ symbol }) => symbol === 'M')?.note;
  expect(note).toContain(`${embodied.hardwareLifetimeYears} years: ${kilograms} kg`);
});

describe('figures for comparison', () => {
  const file = data.gridComparison;

  test('hold a national figure that lies within those of its regions', () => {
    for (const { gramsPerKilowattHour, regions } of Object.values(file.figures)) {
      const within = Object.values(regions ?? { all: gramsPerKilowattHour });
      expect(gramsPerKilowattHour).toBeGreaterThanOrEqual(Math.min(...within));
      expect(gramsPerKilowattHour).toBeLessThanOrEqual(Math.max(...within));
    }
  });

  test('are what the tonnes and kilowatt-hours of their notes give', () => {
    const sums = Object.values(file.operators).flatMap(({ gramsPerKilowattHour, note = '' }) => {
      const sum = /([\d.]+) Mt CO2e over ([\d.]+) TWh/.exec(note);
      return sum === null
        ? []
        : [{ sum: (1000 * Number(sum[1])) / Number(sum[2]), gramsPerKilowattHour }];
    });
    expect(sums.length).toBeGreaterThan(0);
    for (const { sum, gramsPerKilowattHour } of sums) {
      expect(Math.round(sum)).toBe(Math.round(gramsPerKilowattHour));
    }
  });

  test('are refused for a zone that the index has no grid for, by name', () => {
    const [[key, figure] = ['', undefined]] = Object.entries(file.figures);
    const { error } = GridComparisonFile.safeParse({
      ...file,
      figures: { [key]: { ...figure, zone: 'XX' } },
    });
    expect(error?.issues.map(({ path }) => path)).toEqual([['figures', key, 'zone']]);
    expect(error?.message).toContain('expected a zone that Electricity Maps has a value for');
  });
});

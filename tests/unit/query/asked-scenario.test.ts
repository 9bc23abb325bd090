import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gridZones } from '../../../src/catalog/grid.ts';
import { BOUNDARIES } from '../../../src/estimation/boundary.ts';
import { AS_SERVED } from '../../../src/estimation/scenario.ts';
import type { GridTables } from '../../../src/library/grid-site.ts';
import { askedAsCalled } from '../../../src/query/asked.ts';
import {
  AS_SERVED_STATE,
  isAsServed,
  type ScenarioState,
  searchWithScenario,
} from '../../../src/query/asked-scenario.ts';
import { scenarioOf } from '../../../src/query/grid-choice.ts';
import { gridProblem, pueProblem, scenarioWords } from '../../../src/query/scenario-words.ts';
import { searchWith } from '../../../src/ui/link/address.ts';

const water = { low: 1, central: 2, high: 3 };
const tables: GridTables = { zones: gridZones(), offSiteWater: { world: water, zones: {} } };

describe('a link with a scenario', () => {
  test('shows what its sender saw, beside whatever else it carries', () => {
    const states = fc.record({
      grid: fc.constantFrom<ScenarioState['grid']>(undefined, 'SE', 'US-NW-BPAT', 50, 12.5),
      powerUsageEffectiveness: fc.constantFrom(undefined, 1, 1.1, 2.75),
      boundary: fc.constantFrom(...BOUNDARIES),
    });
    fc.assert(
      fc.property(states, (state) => {
        const search = searchWithScenario(state, '?models=a/b,c/d:free&q=llama+70b');
        expect(askedAsCalled(search).scenario).toEqual(state);
        expect(search.startsWith('?models=a/b,c/d:free&q=llama+70b')).toBe(true);
      }),
    );
  });

  test('is short and readable, and leaves out what is as served', () => {
    expect(searchWithScenario(AS_SERVED_STATE, '?q=x&grid=SE')).toBe('?q=x');
    expect(
      searchWithScenario({ grid: 'SE', powerUsageEffectiveness: 1.1, boundary: 'server' }, ''),
    ).toBe('?grid=SE&pue=1.1&boundary=server');
  });

  test.each([
    '?grid=0',
    '?grid=-3',
    '?grid=99999',
    '?pue=0.9',
    '?pue=much',
    '?boundary=moon',
    '?grid=',
  ])('is as served where no such thing can be: %s', (search) => {
    expect(isAsServed(askedAsCalled(search).scenario)).toBe(true);
  });
});

describe('a grid that a reader sets', () => {
  const grid = (text: string) =>
    scenarioOf(askedAsCalled(searchWith('', { grid: text })).scenario, tables).site;

  test.each(['SE', 'se', 'Sweden', 'sweden'])('is found by its code or its name: %s', (text) => {
    expect(grid(text)).toEqual({
      gridGramsPerKilowattHour: tables.zones.find(({ zone }) => zone === 'SE')
        ?.gramsPerKilowattHour,
      waterOffSiteLitresPerKilowattHour: water,
    });
  });

  test.each(['50', '50.5', '50,5'])('may be a number, which is taken as exact: %s', (text) => {
    expect(grid(text)).toMatchObject({ exact: true });
  });

  test('that nobody knows is refused by its name, never computed as served', () => {
    expect(() => grid('Atlantis')).toThrow('Atlantis');
  });

  test('that is not set leaves all as served', () => {
    expect(scenarioOf(AS_SERVED_STATE, tables)).toEqual(AS_SERVED);
  });

  test('is said in words, with its value', () => {
    const words = scenarioWords(
      { grid: 'FR', powerUsageEffectiveness: 1.2, boundary: 'server' },
      tables,
    );
    expect(words).toMatch(
      /^grid France, \d+ gCO₂e\/kWh in the yearly mean; PUE 1\.2; counting the whole server$/,
    );
  });
});

describe('a value that cannot be', () => {
  test.each(['99999', '0', '-3', 'Atlantis', '1,200'])(
    'is refused as a grid, with what was expected: %s',
    (text) => {
      expect(gridProblem(text, tables)).toMatch(
        /^There is no grid “.+”: .* 1 to 2000 gCO₂e per kWh/,
      );
    },
  );

  test.each(['9', '0.9', 'much', '1.2x'])(
    'is refused as a PUE, with what was expected: %s',
    (text) => {
      expect(pueProblem(text)).toMatch(/^“.+” cannot be a PUE: 1 to 3 was expected$/);
    },
  );

  test('is not an empty field, a known form of grid, or a PUE in either decimal mark', () => {
    const problems = ['', 'Sweden', '50,5'].map((text) => gridProblem(text, tables));
    expect(problems).toEqual(['', '', '']);
    expect(['', '1.1', '1,1'].map(pueProblem)).toEqual(['', '', '']);
  });
});

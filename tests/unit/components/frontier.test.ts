import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  depthOn,
  indexAxis,
  stepBand,
  stepLine,
} from '../../../src/components/frontier/frontier-shape.ts';
import {
  FRONTIER_VIEWS,
  viewParameter,
  viewPath,
} from '../../../src/components/frontier/frontier-view.ts';
import {
  boxOf,
  type NamedMark,
  needsLeader,
  placeNames,
} from '../../../src/components/frontier/label-placement.ts';
import { EVIDENCE_TIERS } from '../../../src/estimation/tier.ts';
import {
  type FrontierFilter,
  filterFromSearch,
  passes,
  searchWithFilter,
} from '../../../src/query/model-filters.ts';
import { stateFromSearch } from '../../../src/query/table-link.ts';
import { WEIGHTS } from '../../../src/query/weights.ts';

describe('a link to the frontier', () => {
  const filters: fc.Arbitrary<FrontierFilter> = fc.record({
    provider: fc.constantFrom('', 'openai', 'meta-llama', 'z-ai'),
    evidence: fc.subarray([...EVIDENCE_TIERS], { minLength: 1 }),
    weights: fc.constantFrom('' as const, ...WEIGHTS),
  });

  test('shows what its sender saw, and the index understands provider and evidence of it', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const search = searchWithFilter('', filter);
        expect(filterFromSearch(search)).toEqual(filter);
        const { provider, evidence } = filter;
        expect(stateFromSearch(search)).toMatchObject({ provider, evidence });
      }),
    );
  });

  test('leaves out what shows all, and keeps what it does not know', () => {
    const all = filterFromSearch('');
    expect(searchWithFilter('', all)).toBe('');
    expect(searchWithFilter('?sort=-median&provider=openai', all)).toBe('?sort=-median');
    expect(filterFromSearch('?weights=heavy&evidence=hearsay')).toEqual(all);
  });

  test('shows a model that all of it fits', () => {
    const model = { provider: 'qwen', evidence: 'parameters', weights: 'open' };
    expect(passes(model, filterFromSearch('?weights=open&evidence=parameters,price'))).toBe(true);
    expect(passes(model, filterFromSearch('?weights=closed'))).toBe(false);
    expect(passes(model, filterFromSearch('?evidence=measured'))).toBe(false);
    expect(passes(model, filterFromSearch('?provider=openai'))).toBe(false);
  });
});

describe('the pages of the frontier', () => {
  test('have an address each, the shortest being intelligence per output token', () => {
    const paths = FRONTIER_VIEWS.map(viewPath);
    expect(new Set(paths).size).toBe(6);
    expect(viewPath({ index: 'intelligence', workload: 'tokens' })).toBe('/frontier/');
    expect(viewPath({ index: 'coding', workload: 'request' })).toBe('/frontier/coding/request/');
    expect(viewParameter({ index: 'intelligence', workload: 'tokens' })).toBeUndefined();
  });
});

describe('the names in the chart', () => {
  const plot = { width: 300, height: 500 };
  const marks: fc.Arbitrary<NamedMark> = fc.record({
    x: fc.double({ min: 0, max: plot.width, noNaN: true }),
    y: fc.double({ min: 0, max: plot.height, noNaN: true }),
    radius: fc.double({ min: 3, max: 8, noNaN: true }),
    name: fc.constantFrom('GPT-5', 'Claude Opus 5', 'Ministral 3 14B 2512'),
  });

  test('lie in the plot or just above, and not over each other, nor over a mark', () => {
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 12 }), (all) => {
        const boxes = placeNames(all, plot).flatMap((place, index) =>
          place === undefined ? [] : [boxOf(all[index]!, place)],
        );
        for (const [index, a] of boxes.entries()) {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.right).toBeLessThanOrEqual(plot.width);
          expect(a.top).toBeGreaterThanOrEqual(-14);
          expect(a.bottom).toBeLessThanOrEqual(plot.height);
          const others = [
            ...boxes.slice(index + 1),
            ...all.map(({ x, y }) => ({ left: x, right: x, top: y, bottom: y })),
          ];
          const apart = others.every(
            (b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top,
          );
          expect(apart).toBe(true);
        }
      }),
    );
  });

  test('give way to those before them, and are left out where there is no room', () => {
    const crowd = Array.from({ length: 30 }, () => ({ x: 150, y: 250, radius: 5, name: 'GPT-5' }));
    const placed = placeNames(crowd, plot).map((place) => place !== undefined);
    const fit = placed.indexOf(false);
    expect(fit).toBeGreaterThanOrEqual(4);
    expect(placed.slice(fit)).not.toContain(true);
  });

  test('are led to their marks by a line only where they stand further off', () => {
    const crowd = Array.from({ length: 6 }, () => ({ x: 150, y: 250, radius: 5, name: 'GPT-5' }));
    const led = placeNames(crowd, plot).map((place) => place !== undefined && needsLeader(place));
    expect(led).toEqual([false, false, false, false, true, true]);
  });
});

describe('the line of the front', () => {
  const carbon = { low: 0.01, high: 1 };
  const at = (value: number) => ({ low: value / 10, central: value, high: value * 10 });
  const steps = [
    { quality: 80, gramsCO2e: at(0.1) },
    { quality: 60, gramsCO2e: at(0.1) },
    { quality: 40, gramsCO2e: at(0.01) },
  ];
  const index = { low: 0, high: 100, ticks: [] };

  test('goes down from the best model, and aside where a lesser one emits less', () => {
    expect(stepLine(steps, 'central', carbon, index)).toBe('M50 20L50 60L0 60L0 100');
  });

  test('has a band from its low to its high end', () => {
    const band = stepBand(steps, carbon, index);
    expect(band).toMatch(/^M0 20.*Z$/);
    expect(band).toContain('L100 20');
  });

  test('stands on an axis with round ends, the best below its top', () => {
    expect(indexAxis([5.5, 63.1])).toEqual({
      low: 0,
      high: 70,
      ticks: [0, 10, 20, 30, 40, 50, 60, 70],
    });
    expect(indexAxis([60]).high).toBe(70);
    expect(depthOn({ low: 0, high: 80, ticks: [] }, 60)).toBe(25);
  });
});

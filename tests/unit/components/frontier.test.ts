import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartNodes } from '../../../src/components/frontier/chart-nodes.ts';
import type { DrawnNode } from '../../../src/components/frontier/drawn-node.ts';
import type { FrontPoint } from '../../../src/components/frontier/front-points.ts';
import { leadNodes } from '../../../src/components/frontier/front-words.ts';
import {
  depthOn,
  indexAxis,
  stepBand,
  stepLine,
} from '../../../src/components/frontier/frontier-shape.ts';
import { frontierPath } from '../../../src/components/frontier/frontier-view.ts';
import {
  boxOf,
  MUST_BE_NAMED,
  type NamedMark,
  placeNames,
} from '../../../src/components/frontier/label-placement.ts';
import { EVIDENCE_TIERS } from '../../../src/estimation/tier.ts';
import { FEATURES } from '../../../src/library/model-needs.ts';
import { QUALITY_INDICES } from '../../../src/library/quality-level.ts';
import {
  filterFromSearch,
  type ModelKeys,
  passes,
  searchWithFilter,
} from '../../../src/query/model-filters.ts';
import { stateFromSearch } from '../../../src/query/table-link.ts';
import type { ModelFilter } from '../../../src/query/table-state.ts';
import { WEIGHTS } from '../../../src/query/weights.ts';
import { isOnFront } from '../../../src/text/probabilities.ts';

describe('a link to the frontier', () => {
  const filters: fc.Arbitrary<ModelFilter> = fc.record({
    provider: fc.constantFrom('', 'openai', 'meta-llama', 'z-ai'),
    evidence: fc.subarray([...EVIDENCE_TIERS], { minLength: 1 }),
    weights: fc.constantFrom('' as const, ...WEIGHTS),
    features: fc.subarray([...FEATURES]),
    leastContextTokens: fc.constantFrom(undefined, 64_000, 1_000_000),
    mostUsdPerMillionTokens: fc.constantFrom(undefined, 0, 2.5),
  });

  test('shows what its sender saw, and the index understands it too', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const search = searchWithFilter('', filter);
        expect(filterFromSearch(search)).toEqual(filter);
        expect(stateFromSearch(search)).toMatchObject(filter);
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
    const model: ModelKeys = {
      provider: 'qwen',
      evidence: 'parameters',
      weights: 'open',
      features: ['tools'],
      contextTokens: 131_072,
      usdPerMillionTokens: 0.6,
    };
    const isShown = (search: string, other: Partial<ModelKeys> = {}) =>
      passes({ ...model, ...other }, filterFromSearch(search));
    expect(isShown('?weights=open&evidence=parameters,price')).toBe(true);
    expect(isShown('?with=tools&min-context=128k&max-price=0.6')).toBe(true);
    for (const search of [
      '?weights=closed',
      '?evidence=measured',
      '?provider=openai',
      '?with=tools,images',
      '?min-context=200k',
      '?max-price=0.5',
    ]) {
      expect([search, isShown(search)]).toEqual([search, false]);
    }
    expect(isShown('?max-price=1', { usdPerMillionTokens: undefined })).toBe(false);
  });
});

describe('the pages of the frontier', () => {
  test('have an address each, the shortest being that of intelligence', () => {
    expect(new Set(QUALITY_INDICES.map(frontierPath)).size).toBe(QUALITY_INDICES.length);
    expect(frontierPath('intelligence')).toBe('/frontier/');
  });
});

describe('the chart', () => {
  const point = (id: string, quality: number, grams: number, share?: number): FrontPoint => ({
    id,
    name: id.toUpperCase(),
    makerName: 'Maker',
    evidence: 'price',
    isWellKnown: false,
    quality,
    carbon: { low: grams / 3, central: grams, high: grams * 3 },
    probabilityOnFront: share,
  });
  const points = [point('m/a', 60, 3, 1), point('m/b', 40, 0.1, 0.9), point('m/c', 30, 5, 0)];
  const out = point('m/d', 70, 0.01);
  const step = ({ quality, carbon }: FrontPoint) => ({ quality, carbon });
  const all = (nodes: readonly DrawnNode[]): Exclude<DrawnNode, string>[] =>
    nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...all(node.children)]));
  const drawn = all(
    chartNodes({ points: [...points, out], steps: [step(points[0]!), step(points[1]!)] }),
  );

  test('links every mark to its model and says in words what it stands for', () => {
    const marks = drawn.filter(({ tag }) => tag === 'a');
    expect(marks.map(({ attributes }) => attributes.href).toSorted()).toEqual(
      [...points, out].map(({ id }) => `/models/${id}/`),
    );
    const words = all(marks).flatMap(({ tag, children }) => (tag === 'title' ? children : []));
    expect(words).toContain(
      'M/B, Maker: index 40, 0.10 gCO2e (0.033–0.30), price, on the front in 90 of 100 cases',
    );
  });

  test('says of multiples what they are multiples of, and draws where that stands itself', () => {
    const held = all(chartNodes({ points, steps: [], heldAgainst: 'the typical model' }));
    const words = held.flatMap(({ tag, children }) => (tag === 'title' ? children : []));
    expect(words).toContain(
      'M/B, Maker: index 40, 0.10 (0.033–0.30) times the typical model, price, on the front in 90 of 100 cases',
    );
    const isLine = ({ attributes }: { attributes: Readonly<Record<string, unknown>> }) =>
      attributes.class === 'grid one';
    expect(held.filter(isLine)).toHaveLength(1);
    expect(drawn.filter(isLine)).toEqual([]);
  });

  test('names who competes, and leaves the others dim', () => {
    const named = drawn.flatMap(({ attributes }) => attributes['data-of'] ?? []);
    expect(new Set(named)).toEqual(new Set(points.map(({ id }) => id)));
    const dim = drawn.filter((node) => node.attributes['data-out'] !== undefined);
    expect(dim.map(({ attributes }) => attributes['data-id'])).toEqual([out.id]);
  });

  test('names on a narrow screen those on the front alone', () => {
    const phone = drawn.filter(({ attributes }) => attributes.class === 'names phone');
    const named = all(phone).flatMap(({ attributes }) => attributes['data-of'] ?? []);
    const onFront = points.filter(({ probabilityOnFront = 0 }) => isOnFront(probabilityOnFront));
    expect(onFront.length).toBeGreaterThan(0);
    expect(new Set(named)).toEqual(new Set(onFront.map(({ id }) => id)));
  });

  test('has no front where nobody competes, and its sentence says so', () => {
    const alone = all(chartNodes({ points: [out], steps: [] }));
    expect(alone.filter(({ tag }) => tag === 'path')).toEqual([]);
    expect(leadNodes('coding', [out], { isFiltered: true, per: 'output' })).toEqual([
      'No model with a coding index fits what is asked and has a figure for it.',
    ]);
  });

  test('is told with those on the front, the highest index first', () => {
    const words = leadNodes('agentic', [points[1]!, points[0]!, points[2]!], {
      isFiltered: true,
      per: 'output',
    });
    const text = words.map((node) => (typeof node === 'string' ? node : node.children.join('')));
    expect(text.join('')).toMatch(
      /emits less per 1000 output tokens\. Of 3 models with an agentic index that fit, 2 are on it .*: M\/A and M\/B\.$/,
    );
  });
});

describe('the names in the chart', () => {
  const plot = { width: 300, height: 500 };
  const marks: fc.Arbitrary<NamedMark> = fc.record({
    x: fc.double({ min: 0, max: plot.width, noNaN: true }),
    y: fc.double({ min: 0, max: plot.height, noNaN: true }),
    radius: fc.double({ min: 3, max: 8, noNaN: true }),
    name: fc.constantFrom('GPT-5', 'Claude Opus 5', 'Ministral 3 14B 2512'),
    reach: fc.constantFrom(0, 42),
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
    const crowd = Array.from({ length: 30 }, () => ({
      x: 150,
      y: 250,
      radius: 5,
      name: 'GPT-5',
      reach: 42,
    }));
    const placed = placeNames(crowd, plot).map((place) => place !== undefined);
    const fit = placed.indexOf(false);
    expect(fit).toBeGreaterThanOrEqual(4);
    expect(placed.slice(fit)).not.toContain(true);
  });

  test('that must be there stand over marks that need none, not over those of others that must', () => {
    const dot = (x: number, y: number, reach: number) => ({
      x,
      y,
      radius: 6,
      name: 'GPT-5',
      reach,
    });
    // Marks that need no name leave no room anywhere.
    const crowd = Array.from({ length: 60 * 60 }, (_, at) =>
      dot(5 + 10 * (at % 60), 5 + 10 * Math.floor(at / 60), 0),
    );
    const neighbours = [dot(150, 250, MUST_BE_NAMED), dot(125, 243, MUST_BE_NAMED)];
    const all = [...neighbours, ...crowd];
    const places = placeNames(all, plot);
    for (const [at, mark] of neighbours.entries()) {
      const { left, right, top, bottom } = boxOf(mark, places[at]!);
      const other = neighbours[1 - at]!;
      expect(
        right <= other.x - 6 || left >= other.x + 6 || bottom <= other.y - 6 || top >= other.y + 6,
      ).toBe(true);
    }
  });

  test('are led to their marks by a line only where they stand further off', () => {
    const crowd = Array.from({ length: 6 }, () => ({
      x: 150,
      y: 250,
      radius: 5,
      name: 'GPT-5',
      reach: 42,
    }));
    const led = placeNames(crowd, plot).map((place) => place?.leaderTo !== undefined);
    expect(led).toEqual([false, false, false, false, true, true]);
  });
});

describe('the line of the front', () => {
  const carbon = { low: 0.01, high: 1 };
  const at = (value: number) => ({ low: value / 10, central: value, high: value * 10 });
  const steps = [
    { quality: 80, carbon: at(0.1) },
    { quality: 60, carbon: at(0.1) },
    { quality: 40, carbon: at(0.01) },
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

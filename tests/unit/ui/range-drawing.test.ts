import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_TIERS, type EvidenceTier } from '../../../src/estimation/tier.ts';
import { barStyle } from '../../../src/ui/chart/bar-style.ts';
import { areWholeBars } from '../../../src/ui/chart/bar-words.ts';
import { axisFor, placesOn } from '../../../src/ui/chart/log-axis.ts';
import { EVIDENCE_PATTERNS, rangeStrokes } from '../../../src/ui/chart/range-shape.ts';
import { rangeStyles } from '../../../src/ui/chart/range-styles.ts';
import { PALETTE, paletteStyles } from '../../../src/ui/palette.ts';

const ranges = fc
  .tuple(...[0, 1, 2, 3, 4].map(() => fc.double({ min: 1e-4, max: 1e4, noNaN: true })))
  .map((values) => values.toSorted((a, b) => a - b))
  .filter(([low, , , , high]) => low! < high!)
  .map(([low, quarter, central, threeQuarters, high]) => ({
    low: low!,
    central: central!,
    high: high!,
    middleHalf: { low: quarter!, high: threeQuarters! },
  }));

describe('a range', () => {
  test('lies on its axis in the order of its values, in a table as in a picture', () => {
    fc.assert(
      fc.property(ranges, fc.constantFrom(...EVIDENCE_TIERS), (range, evidence) => {
        const places = placesOn(axisFor([range]), range);
        expect(places.low).toBeLessThanOrEqual(places.central);
        expect(places.central).toBeLessThanOrEqual(places.high);
        expect(barStyle(places)).toMatch(
          /^--l:[\d.]+;--p:[\d.]+;--m:[\d.]+;--q:[\d.]+;--h:[\d.]+$/,
        );
        const strokes = new Map(
          rangeStrokes(places, { y: 0, evidence }).map((stroke) => [stroke.part, stroke]),
        );
        expect(strokes.get('line')).toMatchObject({
          x1: places.middleHalf?.low,
          x2: places.middleHalf?.high,
        });
        expect(strokes.get('end')!.width).toBeLessThan(strokes.get('line')!.width);
        expect(strokes.get('median')).toMatchObject({ x1: places.central, colour: 'accent' });
        expect(strokes.get('low')!.x1 - strokes.get('low')!.width / 2).toBeCloseTo(places.low, 9);
        expect(strokes.get('high')!.x1 + strokes.get('high')!.width / 2).toBeCloseTo(
          places.high,
          9,
        );
      }),
    );
  });

  test('of no model’s estimate is thin, whole and without a pattern', () => {
    const places = { low: 10, central: 20, high: 30, middleHalf: { low: 15, high: 25 } };
    const lineOf = (evidence: EvidenceTier | undefined) =>
      rangeStrokes(places, { y: 0, evidence }).find(({ part }) => part === 'line')!;
    expect(lineOf(undefined).dashes).toBeUndefined();
    expect(lineOf(undefined).width).toBeLessThan(lineOf('measured').width);
  });

  test('has less ink the less is known', () => {
    const ink = EVIDENCE_TIERS.map((tier) => {
      const pattern = EVIDENCE_PATTERNS[tier];
      return pattern === undefined ? 1 : pattern.ink / (pattern.ink + pattern.gap);
    });
    expect(ink).toEqual(ink.toSorted((a, b) => b - a));
    expect(new Set(ink).size).toBe(EVIDENCE_TIERS.length);
  });

  test('whose middle half is not known is thick from end to end', () => {
    const places = { low: 10, central: 20, high: 30 };
    expect(barStyle(places)).toBe('--l:10;--m:20;--h:30');
    const strokes = rangeStrokes(places, { y: 0, evidence: 'measured' });
    expect(strokes.find(({ part }) => part === 'line')).toMatchObject({ x1: 10, x2: 30 });
    expect(strokes.some(({ part }) => part === 'end')).toBe(false);
    expect(areWholeBars([places])).toBe(true);
    expect(areWholeBars([places, { ...places, middleHalf: { low: 15, high: 25 } }])).toBe(false);
    expect(areWholeBars([])).toBe(false);
  });

  test('is as many times as large as is asked, its dashes too', () => {
    for (const evidence of EVIDENCE_TIERS) {
      const places = { low: 100, central: 200, high: 300 };
      const [small, large] = [1, 4].map((scale) =>
        rangeStrokes(places, { y: 50, scale, evidence }),
      );
      for (const [index, { width, dashes }] of large!.entries()) {
        expect(width).toBe(4 * small![index]!.width);
        expect(dashes).toEqual(small![index]!.dashes?.map((length) => 4 * length));
      }
    }
  });
});

test('the stylesheets name every pattern and every colour', () => {
  for (const tier of EVIDENCE_TIERS.filter((known) => EVIDENCE_PATTERNS[known] !== undefined)) {
    expect(rangeStyles()).toContain(`[data-evidence="${tier}"]`);
  }
  for (const [name, { light, dark }] of Object.entries(PALETTE)) {
    expect(paletteStyles()).toContain(`--${name}: light-dark(${light}, ${dark})`);
  }
});

test('the icon of the site has the colours of the site', () => {
  const icon = readFileSync('public/favicon.svg', 'utf8');
  const light: string[] = Object.values(PALETTE).map((colour) => colour.light);
  for (const [colour] of icon.matchAll(/#[\da-f]+/g)) expect(light).toContain(colour);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesAsRead, readingText } from '../../../src/components/calculator/lines-as-read.ts';
import { linesOfExport, MOST_COUNTED } from '../../../src/components/calculator/lines-of-export.ts';
import { namedBy, restName } from '../../../src/components/calculator/uncounted-names.ts';
import {
  uncountedShort,
  uncountedText,
} from '../../../src/components/calculator/uncounted-words.ts';
import type { Workload } from '../../../src/estimation/workload.ts';
import { modelFinder } from '../../../src/library/find-model.ts';
import {
  calculatorFromSearch,
  MOST_LINES,
  readCalculator,
  searchWithCalculator,
  type UsageLine,
} from '../../../src/query/usage-lines.ts';
import { activityLines, tokensOf } from '../../../src/text/activity/activity-lines.ts';
import { LinkReader } from '../../../src/ui/link/link-reader.ts';

const KNOWN = Array.from({ length: 100 }, (_, index) => ({
  id: `maker/known-${index}x`,
  name: `Maker: Known ${index}x`,
  evidence: 'price',
  variants: [],
}));
const finder = modelFinder(KNOWN);
const workload = (inputTokens: number): Workload => ({
  inputTokens,
  cachedInputTokens: 0,
  outputTokens: 7,
});

/** The lines of an export with these names. */
const linesOf = (names: readonly string[]) => {
  const byModel = new Map(names.map((name, index) => [name, workload(index + 1)]));
  const rowsByModel = new Map(names.map((name) => [name, 1]));
  const lines = linesOfExport(
    activityLines({ byModel, rowsByModel, requestsByModel: new Map() }, finder, MOST_COUNTED),
  );
  return { lines, all: [...byModel.values()] };
};
const sum = (workloads: readonly Workload[]) =>
  workloads.reduce((tokens, one) => tokens + tokensOf(one), 0);
const linkOf = (lines: readonly UsageLine[]) =>
  searchWithCalculator({ lines, instead: undefined }, '');

describe('the lines of an export', () => {
  const name = fc.oneof(
    fc.constantFrom(...KNOWN.map(({ id }) => id)),
    fc.integer({ min: 0, max: 500 }).map((number) => `nobody/${number}`),
    fc.string({ minLength: 1, maxLength: 300 }).map((text) => `nobody ${text.trim()}|`),
    fc.constantFrom('a,b*c', '100%', '%2C', '模型/甲'),
  );

  test('hold each of its tokens, in a link that any server takes, and come back from it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 300 }), (names) => {
        const { lines, all } = linesOf(names);
        expect(sum(lines.map((line) => line.workload))).toBe(sum(all));
        const search = linkOf(lines);
        expect(search.length).toBeLessThan(8000);
        const link = new LinkReader(search);
        expect(readCalculator(link).lines).toEqual(lines);
        expect(link.faults).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('of more names than a link has room for say how many have no line of their own', () => {
    const names = Array.from({ length: 400 }, (_, index) => `nobody/${index}`);
    const { lines } = linesOf([...KNOWN.map(({ id }) => id), ...names]);
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
    const rests = lines.map(({ id }) => namedBy(id)).filter(({ isRest }) => isRest);
    expect(rests).toEqual([
      { kind: 'names', count: 400, isRest: true },
      { kind: 'models', count: KNOWN.length - MOST_COUNTED, isRest: true },
    ]);
    const said = readingText(linesAsRead(lines, { finder }));
    expect(said).toContain('400 other names (');
    expect(said).toContain(
      `as it holds no more lines: ${KNOWN.length - MOST_COUNTED} further models (`,
    );
  });

  test('come with names that no model has after those that are counted', () => {
    const { lines } = linesOf(['nobody/nothing', KNOWN[0]!.id]);
    expect(lines.map(({ id }) => id)).toEqual([KNOWN[0]!.id, 'nobody/nothing']);
  });
});

test('a name with the signs of a link comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.string({
        minLength: 1,
        unit: fc.constantFrom('%', ',', '*', '2', 'C', 'A', '5', 'é', '&'),
      }),
      (id) => {
        const lines = [{ id, workload: workload(1) }];
        expect(calculatorFromSearch(linkOf(lines)).lines).toEqual(lines);
      },
    ),
  );
});

describe('what is not in the total', () => {
  const lines = [
    { id: 'nobody/x', workload: workload(3_000_000) },
    { id: restName('names', 240), workload: workload(1_000_000) },
  ];

  test('is said with its tokens, of each name and of all together', () => {
    expect(uncountedText(lines.slice(0, 1))).toBe(
      'Not in the total, as they are not among the estimated models of this release: nobody/x (3 million in, 7 out).',
    );
    expect(uncountedText(lines)).toMatch(
      /240 other names \(1 million in, 7 out\); 241 names, all together 4 million in, 14 out\.$/,
    );
  });

  test('is said in a few words for a picture', () => {
    expect(uncountedShort(lines)).toMatch(/^Not in the total: 241 names, 4\s000\s014 tokens$/);
  });

  test('is no word where all is in it', () => {
    expect(uncountedText([])).toBe('');
    expect(uncountedShort([])).toBe('');
  });
});

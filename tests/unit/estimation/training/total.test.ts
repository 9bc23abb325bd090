import { expect, test } from 'vitest';
import { meanOfSpread, rangeOfSpread } from '../../../../src/estimation/training/spread.ts';
import { drawsOfRun, totalsOfRuns } from '../../../../src/estimation/training/total.ts';

const runs = Array.from({ length: 50 }, (_, at) => ({
  id: `run-${at}`,
  tonnes: { median: 100, sdLn: 0.6 },
  groups: ['all'],
}));

test('one run keeps its range', () => {
  const total = totalsOfRuns(runs.slice(0, 1)).get('all');
  const range = rangeOfSpread({ median: 100, sdLn: 0.6 });
  for (const end of ['low', 'central', 'high'] as const) {
    expect(Math.abs((total?.[end] ?? 0) / range[end] - 1)).toBeLessThan(0.06);
  }
});

test('the middle of a total is near the sum of the means, above that of the medians', () => {
  const total = totalsOfRuns(runs).get('all');
  expect(total?.central).toBeGreaterThan(50 * 100);
  expect((total?.central ?? 0) / (50 * meanOfSpread({ median: 100, sdLn: 0.6 }))).toBeCloseTo(1, 0);
});

test('a total is narrower than its runs, and wider than if they were independent', () => {
  const total = totalsOfRuns(runs).get('all');
  const width = Math.log((total?.high ?? 0) / (total?.low ?? 1));
  expect(width).toBeLessThan(2 * 1.645 * 0.6);
  expect(width).toBeGreaterThan((2 * 1.645 * 0.6) / Math.sqrt(50) + 0.3);
});

test('two runs are correlated by 0.3, and drawn the same each time', () => {
  const deviatesOf = (id: string) => [
    ...drawsOfRun({ id, tonnes: { median: 1, sdLn: 1 } }).map(Math.log),
  ];
  const a = deviatesOf('a');
  const b = deviatesOf('b');
  const correlation = a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0) / a.length;
  expect(Math.abs(correlation - 0.3)).toBeLessThan(0.05);
  expect(deviatesOf('a')).toEqual(a);
});

import { describe, expect, test } from 'vitest';
import { readData } from '../../../../src/catalog/read-data.ts';
import { measuredLengths } from '../../../../src/components/methodology/energy/measured-lengths.ts';
import {
  claimAgainst,
  claimConditions,
} from '../../../../src/components/methodology/validation/grams-a-query.ts';

test('what the fit rests on is far shorter than the prompts of agents, as the page says', () => {
  const data = readData(process.cwd());
  const { factors } = data;
  const lengths = measuredLengths(data);
  expect(lengths.shortestPromptTokens).toBeLessThan(lengths.longestPromptTokens);
  expect(lengths.longestPromptTokens).toBeLessThan(
    factors.workloads.requests.codingAgent.cachedInputTokens,
  );
  expect(lengths.largestContextTokens).toBeLessThan(
    factors.workloads.requests.codingAgent.cachedInputTokens,
  );
});

describe('a claim of grams a query', () => {
  test('is turned into the tokens and the electricity that it asks for', () => {
    const conditions = claimConditions(3, {
      gramsCO2e: { low: 0.1, central: 1, high: 6 },
      wattHours: { low: 1, central: 2.5, high: 9 },
    });
    expect(conditions).toEqual({ outputTokens: 3000, outputTokensAtHighEnd: 500, wattHours: 7.5 });
  });

  test.each([
    [3, 'above the range'],
    [2, 'at the upper end of the range'],
    [1, 'within the range'],
    [0.05, 'below the range'],
  ])('%d g stands against our range', (grams, words) => {
    expect(claimAgainst(grams, { low: 0.1, central: 1, high: 1.98 })).toBe(words);
  });

  test('stands by the two digits of the range that are shown', () => {
    const range = { low: 0.1, central: 1, high: 1.249_58 };
    expect(claimAgainst(1.3, range)).toBe('at the upper end of the range');
    expect(claimAgainst(1.2, range)).toBe('within the range');
  });
});

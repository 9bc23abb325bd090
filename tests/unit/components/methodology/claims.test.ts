import { describe, expect, test } from 'vitest';
import { readData } from '../../../../src/catalog/read-data.ts';
import { measuredLengths } from '../../../../src/components/methodology/energy/measured-lengths.ts';
import {
  claimAgainst,
  claimConditions,
} from '../../../../src/components/methodology/validation/grams-a-query.ts';
import { LONG_PROMPT_TOKENS } from '../../../../src/estimation/long-prompt.ts';

test('nothing that the fit rests on is nearly as long as the prompts for which length counts', () => {
  const { measurements, factors } = readData(process.cwd());
  const lengths = measuredLengths(measurements, factors.accelerator);
  expect(lengths.shortestPromptTokens).toBeLessThan(lengths.longestPromptTokens);
  expect(lengths.longestPromptTokens).toBeLessThan(LONG_PROMPT_TOKENS);
  expect(lengths.largestContextTokens).toBeLessThan(LONG_PROMPT_TOKENS);
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
});

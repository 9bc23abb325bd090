import { expect, test } from 'vitest';
import { requestsDoubt } from '../../../../src/text/activity/requests-doubt.ts';

const LIMITS = { contextTokens: 128_000, maxOutputTokens: 16_000 };
const doubt = (inputTokens: number, outputTokens: number, requests?: number) =>
  requestsDoubt(
    {
      inputTokens,
      cachedInputTokens: 0,
      outputTokens,
      ...(requests !== undefined && { requests }),
    },
    LIMITS,
  );

test.each([
  [
    'longer than the context',
    1e6,
    1e6,
    1,
    /^A request has 1 million in, 1 million out on average. It does not fit/,
  ],
  ['an answer longer than the model writes', 1000, 2e6, 100, /^A request .* The answer is longer/],
  ['more requests than tokens', 1, 1, 1e6, /^There are more requests than tokens/],
])('%s is said of a line', (_what, input, output, requests, said) => {
  expect(doubt(input, output, requests)).toMatch(said);
});

test('what fits by the last token, and what nobody counted, is in no doubt', () => {
  expect(doubt(112_000 * 7, 16_000 * 7, 7)).toBe('');
  expect(doubt(1e12, 1e12)).toBe('');
  expect(
    requestsDoubt({ inputTokens: 1e9, cachedInputTokens: 0, outputTokens: 1, requests: 1 }, {}),
  ).toBe('');
});

import { expect, test } from 'vitest';
import { expiryText } from '../../../src/text/expiry.ts';

test.each([
  ['2026-11-30', 'leaves OpenRouter after 2026-11-30'],
  ['2026-11-20', 'leaves OpenRouter after 2026-11-20'],
  ['2026-01-01', 'was to leave OpenRouter after 2026-01-01, and is still listed'],
])('on the list of 2026-11-20 an entry until %s %s', (expires, text) => {
  expect(expiryText(expires, '2026-11-20')).toBe(text);
});

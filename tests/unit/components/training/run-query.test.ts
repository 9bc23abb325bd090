import { expect, test } from 'vitest';
import { askedOf, isFound, withAsked } from '../../../../src/components/training/run-query.ts';

const run = {
  words: 'Llama 3.1-405B Meta AI United States H100',
  kind: 'language',
  in: 'US',
  year: '2024',
  known: 'hours',
  weights: 'restricted',
};

test.each([
  ['', true],
  ['llama 405b', true],
  ['405b llama', true],
  ['h100 united', true],
  ['llama kind:language in:us year:2024', true],
  ['KNOWN:hours Meta', true],
  ['count:accelerators llama', true],
  ['kind:lang', false],
  ['in:cn', false],
  ['llama 70b', false],
])('“%s” finds the run: %s', (query, expected) => {
  expect(isFound(run, query)).toBe(expected);
});

test('one question is asked once, and the words beside it stay', () => {
  const asked = withAsked('Llama year:2023 3.1', 'year', '2024');
  expect(asked).toBe('Llama 3.1 year:2024');
  expect(askedOf(asked, 'year')).toBe('2024');
  expect(askedOf(asked, 'kind')).toBe('');
  expect(withAsked(asked, 'year', '')).toBe('Llama 3.1');
});

import { expect, test } from 'vitest';
import { priceFromText, priceProblem } from '../../../src/query/table-state.ts';

test.each([
  ['5', 5],
  ['$5', 5],
  ['$ 5', 5],
  ['5 $', 5],
  ['5 USD', 5],
  ['usd 5', 5],
  ['0,075', 0.075],
  ['1.200', 1.2],
  ['1e-7', 1e-7],
])('%s is a price in USD', (text, price) => {
  expect(priceFromText(text)).toBe(price);
  expect(priceProblem(text)).toBe('');
});

test.each(['-1', '5€', '0x10', '$5$', '$', 'abc', '1,200,000', 'Infinity', '$-1'])(
  '%s is none, and is said',
  (text) => {
    expect(priceFromText(text)).toBeUndefined();
    expect(priceProblem(text)).toBe(`“${text}” is no price in USD, such as 1.5`);
  },
);

test('a comma that may group thousands is said to be either', () => {
  expect(priceFromText('$1,200')).toBeUndefined();
  expect(priceProblem('$1,200')).toContain('may be 1200 or 1.2 USD');
  expect(priceProblem('')).toBe('');
});

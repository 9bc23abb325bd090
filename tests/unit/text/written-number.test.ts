import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type MarksMean,
  markProofs,
  marksOf,
  writtenNumber,
} from '../../../src/text/written-number.ts';

const UNKNOWN: MarksMean = { '.': undefined, ',': undefined };
const ENGLISH: MarksMean = { '.': 'fraction', ',': 'thousands' };
const GERMAN: MarksMean = { '.': 'thousands', ',': 'fraction' };

describe('a number that can be read in one way only', () => {
  test.each([
    ['1000000', 1_000_000],
    [' 12 ', 12],
    ['1,000,000', 1_000_000],
    ['1.000.000', 1_000_000],
    ['1 000 000', 1_000_000],
    ['1\u00a0000\u00a0000', 1_000_000],
    ['1\u202f000', 1000],
    ['1’000’000', 1_000_000],
    ["1'000", 1000],
    ['1_000', 1000],
    ['10,00,000', 1_000_000],
    ['1,234,567.00', 1_234_567],
    ['1.234.567,00', 1_234_567],
    ['4.000,0', 4000],
    ['4000.0', 4000],
    ['4000,00', 4000],
    ['1e6', 1_000_000],
    ['1.2E+06', 1_200_000],
    ['1,234E+06', 1_234_000],
    ['1.2M', 1_200_000],
    ['1,1m', 1_100_000],
    ['300 k', 300_000],
    ['+5', 5],
    ['0', 0],
  ])('%s', (text, number) => {
    for (const marks of [UNKNOWN, ENGLISH, GERMAN]) expect(writtenNumber(text, marks)).toBe(number);
  });
});

test.each([
  ['4.000', 4, 4000],
  ['4,000', 4000, 4],
  ['1.234', 'fractional', 1234],
  ['1.200M', 1_200_000, 1_200_000_000],
] as const)('%s is ambiguous unless the file tells', (text, english, german) => {
  expect(writtenNumber(text, UNKNOWN)).toBe('ambiguous');
  expect(writtenNumber(text, ENGLISH)).toBe(english);
  expect(writtenNumber(text, GERMAN)).toBe(german);
});

test.each([
  ['', 'empty'],
  ['null', 'empty'],
  ['-', 'empty'],
  ['NaN', 'text'],
  ['many', 'text'],
  ['12 tokens', 'text'],
  ['1.2.3', 'text'],
  ['1,00', 1],
  ['1,0000,000', 'text'],
  ['2026-10-01', 'text'],
  ['-5', 'negative'],
  ['−1,000', 'negative'],
  ['(12)', 'negative'],
  ['1.5', 'fractional'],
  ['0,5', 'fractional'],
  ['1e40', 'too large'],
  ['9'.repeat(30), 'too large'],
  ['9'.repeat(300), 'text'],
] as const)('%s is %s', (text, read) => {
  expect(writtenNumber(text, UNKNOWN)).toBe(read);
});

test.each([
  [['4.000'], UNKNOWN],
  [['4.000', '4,000'], UNKNOWN],
  [['4.000', '1.234.567'], GERMAN],
  [['4.000', '12.0'], ENGLISH],
  [['4.000', '0,5'], GERMAN],
  [['4.000', '1.234'], GERMAN],
  [['4,000', '12,345'], ENGLISH],
  [['4.000', '1.234', '5.25'], ENGLISH],
  [['1.234.567', '1,234,567'], UNKNOWN],
  [['1.234', '1,234'], UNKNOWN],
  [['1.200M'], UNKNOWN],
])('cells %j show what the marks mean, or that nothing is known', (cells, marks) => {
  expect(marksOf(new Set(cells.flatMap((cell) => markProofs(cell))))).toEqual(marks);
});

test('numbers of JSON are as they are', () => {
  expect(writtenNumber(4.0, UNKNOWN)).toBe(4);
  expect(writtenNumber(1.234, UNKNOWN)).toBe('fractional');
  expect(writtenNumber(-1, UNKNOWN)).toBe('negative');
});

test('what any locale writes is read, or said to be ambiguous', () => {
  const locales = ['en', 'de', 'fr', 'de-CH', 'hi', 'es', 'pl', 'sv', 'pt-BR'];
  fc.assert(
    fc.property(fc.constantFrom(...locales), fc.nat(2 ** 31 - 1), (locale, number) => {
      const text = new Intl.NumberFormat(locale).format(number);
      expect([number, 'ambiguous']).toContain(writtenNumber(text, UNKNOWN));
    }),
  );
});

test('text of any length and shape is judged at once', () => {
  const started = performance.now();
  for (const part of [' ', '1,', '1.', '+', "1'", '1 ', 'e', '\u202f']) {
    writtenNumber(part.repeat(200_000), UNKNOWN);
    markProofs(part.repeat(200_000));
  }
  expect(performance.now() - started).toBeLessThan(1000);
});
